package dev.nn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that claim to be large are refused by a Java that could not hold what they claim. */
class LittleMemoryTest {
  private static final String HEAP = "-Xmx64m";

  @TempDir private Path folder;

  @Test
  void whatAFileClaimsIsNotAllocated() throws IOException, InterruptedException {
    String shape = "{'descr': '<f4', 'fortran_order': False, 'shape': (16384, 16384), }\n";
    zip("shape.npz", "coef_0.npy", latin("\u0093NUMPY\1\0" + (char) shape.length() + "\0" + shape));
    zip("expands.npz", "coef_0.npy", new byte[200_000_000]);
    zip("shape.pt", "archive/data.pkl", latin(tensor(16384, 0)), "archive/data/0", new byte[4]);
    zip("strides.pt", "archive/data.pkl", latin(tensor(16384, 1)), "archive/data/0", new byte[4]);
    String header =
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[16384,16384],\"data_offsets\":[0,1073741824]}}";
    write("shape.safetensors", latin((char) header.length() + "\0\0\0\0\0\0\0" + header));
    write("header.safetensors", latin("\0\0\0\177\0\0\0\0{\"w\":"));
    zip("length.zip", "configuration.json", latin("{}"), "coefficients.bin", nd4j());
    write("shape.h5", withShape("keras_sequential.h5"));
    write(
        "counts.eg",
        latin(
            "encog,BasicNetwork,java,3.4.0,1,1\n[BASIC]\n[BASIC:NETWORK]\n"
                + "layerFeedCounts=500000000,500000000\nlayerCounts=500000000,500000000\n"
                + "weightIndex=0,1\nweights=1\nbiasActivation=0,0\n[BASIC:ACTIVATION]\n"
                + "\"ActivationTANH\"\n\"ActivationLinear\"\n"));
    write(
        "counts.pmml",
        latin(
            "<PMML version=\"4.4\"><NeuralNetwork activationFunction=\"tanh\""
                + " numberOfLayers=\"2000000000\"><NeuralLayer"
                + " numberOfNeurons=\"2000000000\"/></NeuralNetwork></PMML>"));

    List<String> ends = OtherJava.read(folder, HEAP);
    assertEquals(10, ends.size(), ends::toString);
    for (String end : ends) {
      assertTrue(end.endsWith(" ImportException"), ends::toString);
    }
  }

  /** A state_dict of one square tensor whose storage has one number. */
  private static String tensor(int size, int stride) {
    String number = "J" + little(size);
    return "\u0080\2}X\1\0\0\0wctorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\n"
        + "FloatStorage\nX\1\0\0\0000X\3\0\0\0cpuK\1tQK\0("
        + number
        + number
        + "t("
        + "K"
        + (char) stride
        + "K"
        + (char) stride
        + "t\u0089ccollections\nOrderedDict\n)RtRs.";
  }

  private static String little(int number) {
    return new String(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, number).array(),
        StandardCharsets.ISO_8859_1);
  }

  /** A quarter of a billion numbers of ND4J, none of which is there. */
  private static byte[] nd4j() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF("LONG_SHAPE");
      out.writeLong(1 << 28);
      out.writeUTF("LONG");
    }
    return bytes.toByteArray();
  }

  /** The file with every 4 × 6 of it, two numbers of eight bytes, made 16384 × 16384. */
  private static byte[] withShape(String golden) throws IOException {
    byte[] bytes = Files.readAllBytes(GoldenModelsTest.GOLDEN.resolve(golden));
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int changed = 0;
    for (int i = 0; i + 16 <= bytes.length; i++) {
      long rows = file.getLong(i);
      long columns = file.getLong(i + 8);
      if (rows > 1 && rows < 30 && columns > 1 && columns < 30) {
        file.putLong(i, 16384).putLong(i + 8, 16384);
        changed++;
      }
    }
    assertTrue(changed > 0, golden);
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void zip(String file, Object... namesAndContents) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
  }
}
