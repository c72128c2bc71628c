package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that claim to be large are refused by a Java that could not hold what they claim. */
class LittleMemoryTest {
  private static final int LARGE = 1 << 28;
  private static final String HEAP = "-Xmx48m";

  @TempDir private Path folder;

  private static GraphBuilder features(long features) {
    return new GraphBuilder(17, -1, features).floats("one", new long[] {1}, 1);
  }

  private void write(String name, GraphBuilder graph) throws IOException {
    ModelProto model = graph.model().build();
    Files.write(folder.resolve(name), model.toByteArray());
  }

  @Test
  void whatAFileClaimsIsNotAllocated() throws IOException, InterruptedException {
    GraphBuilder tensor = features(4).node("y = Gemm(x, w)");
    tensor.graph().addInitializer(GraphBuilder.tensor("w", DataType.FLOAT, new long[] {4, LARGE}));
    write("tensor.onnx", tensor);
    write("slopes.onnx", features(LARGE).node("y = PRelu(x, one)"));
    write("scaling.onnx", features(LARGE).node("y = Mul(x, one)"));
    write("scale.onnx", features(LARGE).node("y = LayerNormalization(x, one)"));
    write("means.onnx", features(LARGE).node("y = BatchNormalization(x, one, one, one, one)"));
    GraphBuilder many = features(1 << 20);
    String value = "x";
    for (int i = 0; i < 5000; i++) {
      String next = i == 4999 ? "y" : "v" + i;
      many.node("%s = PRelu(%s, one)".formatted(next, value));
      value = next;
    }
    write("many.onnx", many);
    GraphBuilder wide = features(64);
    value = "x";
    for (int i = 0; i < 40; i++) {
      String next = i == 39 ? "y" : "v" + i;
      wide.node("%s = Concat(%s, %s)".formatted(next, value, value), "axis", 1);
      value = next;
    }
    write("wide.onnx", wide);
    GraphBuilder sizes = features(4).integers("s", -1, LARGE).node("y = Reshape(x, s)");
    write("sizes.onnx", sizes);

    assertEquals(
        List.of(
            "many.onnx OnnxException",
            "means.onnx OnnxException",
            "scale.onnx OnnxException",
            "scaling.onnx OnnxException",
            "sizes.onnx OnnxException",
            "slopes.onnx OnnxException",
            "tensor.onnx OnnxException",
            "wide.onnx OnnxException"),
        readByAnotherJava());
  }

  private List<String> readByAnotherJava() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-cp",
            System.getProperty("java.class.path"),
            Reader.class.getName(),
            folder.toString());
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
  }

  /** The other program: reads all models of a folder and says how each ended. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] arguments) throws IOException {
      List<Path> files = new ArrayList<>();
      try (var all = Files.list(Path.of(arguments[0]))) {
        all.filter(file -> file.toString().endsWith(".onnx")).sorted().forEach(files::add);
      }
      PluginRegistry registry = PluginRegistry.load();
      for (Path file : files) {
        String end;
        try {
          end = OnnxImport.read(file, registry).network().toString();
        } catch (RuntimeException | OutOfMemoryError e) {
          end = e.getClass().getSimpleName();
        }
        System.out.println(file.getFileName() + " " + end);
      }
    }
  }
}
