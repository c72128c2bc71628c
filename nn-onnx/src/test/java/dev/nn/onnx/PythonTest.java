package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.core.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's checker says of our files, and what we make of those of PyTorch's exporter. */
class PythonTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("basedir", ""), "src", "test", "scripts").toAbsolutePath();

  @TempDir private Path folder;

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return output + "status " + process.waitFor();
    } catch (IOException e) {
      return "status none: " + e;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The interpreter of Debian first, which sees Debian's packages. */
  private static String python(String modules) {
    return Stream.of("/usr/bin/python3", "python3")
        .filter(python -> run(python, "-c", "import " + modules).endsWith("status 0"))
        .findFirst()
        .orElse("");
  }

  private static String script(String name) {
    return SCRIPTS.resolve(name).toString();
  }

  @Test
  void theCheckerAcceptsWhatIsExported() throws IOException {
    String python = python("onnx");
    assumeTrue(!python.isEmpty(), "there is no onnx (Debian: apt install python3-onnx)");
    List<String> command = new ArrayList<>(List.of(python, script("check_onnx.py")));
    for (int seed = 0; seed < 100; seed++) {
      Path file = folder.resolve(seed + ".onnx");
      OnnxExport.of(new RandomNetworks(seed).next()).write(file);
      command.add(file.toString());
    }
    String output = run(command.toArray(String[]::new));
    assertTrue(output.endsWith("100 files are valid\nstatus 0"), output);
  }

  @Test
  void theCheckerRefusesWhatIsDamaged() throws IOException {
    String python = python("onnx");
    assumeTrue(!python.isEmpty(), "there is no onnx (Debian: apt install python3-onnx)");
    byte[] bad = new GraphBuilder(17, -1, 3).node("y = Gemm(x)").bytes();
    Path file = Files.write(folder.resolve("bad.onnx"), bad);
    String output = run(python, script("check_onnx.py"), file.toString());
    assertTrue(output.endsWith("status 1"), output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "13", "16"})
  void modelsOfPyTorchPredictHereWhatTheyPredictThere(String opset) throws IOException {
    String python = python("torch");
    assumeTrue(!python.isEmpty(), "there is no torch (Debian: apt install python3-torch)");
    String output = run(python, script("torch_models.py"), folder.toString(), opset);
    assertTrue(output.endsWith("models are exported\nstatus 0"), output);
    List<String> refused = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    assertTrue(files.size() >= 20, files::toString);
    for (Path examples : files) {
      String name = String.valueOf(examples.getFileName()).replace(".txt", "");
      try {
        compare(OnnxImport.read(folder.resolve(name + ".onnx")), examples);
      } catch (OnnxException e) {
        refused.add(name + ": " + e.getMessage());
      }
    }
    assertEquals(List.of(), refused);
  }

  private static void compare(Model model, Path examples) throws IOException {
    for (String line : Files.readAllLines(examples)) {
      String[] sides = line.split(" \\| ");
      float[] ours = model.predict(numbers(sides[0]));
      float[] theirs = numbers(sides[1]);
      for (int i = 0; i < ours.length; i++) {
        assertEquals(theirs[i], ours[i], 1e-5, examples + ": " + model.network());
      }
    }
  }

  private static float[] numbers(String text) {
    double[] numbers = Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
