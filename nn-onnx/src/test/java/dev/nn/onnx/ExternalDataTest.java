package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that stand in files beside the model. */
class ExternalDataTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  @TempDir private Path parent;
  private Path folder;

  /** Eight floats, of which the model takes the kernel from byte 4 on and the bias behind it. */
  @BeforeEach
  void weights() throws IOException {
    folder = Files.createDirectory(parent.resolve("models"));
    ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(new float[] {-9, 1, 2, 3, 4, 5, 6, -9});
    Files.write(folder.resolve("weights.bin"), bytes.array());
    Files.write(parent.resolve("secret.bin"), bytes.array());
  }

  private Path model(TensorProto.Builder kernel) throws IOException {
    GraphBuilder graph = new GraphBuilder(17, -1, 2).node("y = Gemm(x, w, b)");
    graph.graph().addInitializer(kernel);
    graph.graph().addInitializer(tensor("b", "weights.bin", "20", "8", 2));
    return Files.write(folder.resolve("model.onnx"), graph.bytes());
  }

  private static TensorProto.Builder tensor(
      String name, String location, String offset, String length, long... dims) {
    TensorProto.Builder tensor =
        GraphBuilder.tensor(name, DataType.FLOAT, dims)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL);
    String[] keys = {"location", location, "offset", offset, "length", length};
    for (int i = 0; i < keys.length; i += 2) {
      if (!keys[i + 1].equals("-")) {
        tensor.addExternalData(
            StringStringEntryProto.newBuilder().setKey(keys[i]).setValue(keys[i + 1]));
      }
    }
    return tensor;
  }

  @Test
  void theyAreReadFromTheFolderOfTheModelAndKept() throws IOException {
    Path file = model(tensor("w", "weights.bin", "4", "16", 2, 2));
    Model model = OnnxImport.read(file, REGISTRY);
    Files.write(folder.resolve("weights.bin"), new byte[32]);
    assertArrayEquals(
        new float[] {10 + 300 + 5, 20 + 400 + 6}, model.predict(new float[] {10, 100}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../secret.bin | 4 | 16 | no path within the folder of the model",
        "a/../../secret.bin | 4 | 16 | no path within the folder of the model",
        "ABSOLUTE | 4 | 16 | no path within the folder of the model",
        "link.bin | 4 | 16 | no path within the folder of the model",
        "- | 4 | 16 | no path within the folder of the model",
        "none.bin | 4 | 16 | which is not there; put it into the folder",
        "folder | 4 | 16 | which is no file",
        "weights.bin | 4 | 12 | should have 16 bytes in \"weights.bin\", but has 12",
        "weights.bin | 4 | - | should have 16 bytes in \"weights.bin\", but has 28",
        "weights.bin | 20 | 16 | ends at byte 36 of \"weights.bin\", which has 32",
        "weights.bin | 4611686018427387904 | 16 | has the offset \"4611686018427387904\"",
        "weights.bin | -4 | 16 | has the offset \"-4\"",
        "weights.bin | 4 | many | has the length \"many\""
      })
  void whatLeadsElsewhereOrDoesNotFitIsRefused(
      String location, String offset, String length, String words) throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link.bin"), parent.resolve("secret.bin"));
    String given =
        location.equals("ABSOLUTE") ? folder.resolve("weights.bin").toString() : location;
    Path file = model(tensor("w", given, offset, length, 2, 2));
    OnnxException refused =
        assertThrows(OnnxException.class, () -> OnnxImport.read(file, REGISTRY));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith(file + ": tensor \"w\" "), message);
    assertTrue(message.contains(words), message);
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.bin"), folder.resolve("weights.bin"));
    Model model = OnnxImport.read(model(tensor("w", "link.bin", "4", "16", 2, 2)), REGISTRY);
    assertEquals(6, model.predict(new float[] {0, 0})[1]);
  }

  @Test
  void bytesAloneHaveNoFolder() throws IOException {
    byte[] bytes = Files.readAllBytes(model(tensor("w", "weights.bin", "4", "16", 2, 2)));
    assertTrue(
        assertThrows(OnnxException.class, () -> OnnxImport.read(bytes, REGISTRY))
            .getMessage()
            .contains("read the model by its path"));
  }

  /** A thousand tensors that are all the same megabyte would be a gigabyte. */
  @Test
  void tensorsThatOverlapAreRefused() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("big.bin").toFile(), "rw")) {
      file.setLength(1 << 20);
    }
    GraphBuilder graph = new GraphBuilder(17, -1, 512);
    String value = "x";
    for (int i = 0; i < 1000; i++) {
      graph.graph().addInitializer(tensor("w" + i, "big.bin", "0", "1048576", 512, 512));
      String next = i == 999 ? "y" : "v" + i;
      graph.node("%s = Gemm(%s, w%s)".formatted(next, value, i));
      value = next;
    }
    Path file = Files.write(folder.resolve("model.onnx"), graph.bytes());
    assertTrue(
        assertThrows(OnnxException.class, () -> OnnxImport.read(file, REGISTRY))
            .getMessage()
            .contains("its tensors want more bytes of \"big.bin\" than the 1048576 that it has"));
  }
}
