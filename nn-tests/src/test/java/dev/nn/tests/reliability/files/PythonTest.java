package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.BundledData;
import dev.nn.math.Matrix;
import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.Samples;
import dev.nn.tests.reliability.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that shares nothing with ours reads our files and predicts the same. */
class PythonTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", ""), "src", "test", "scripts", "read_model.py")
          .toAbsolutePath();
  private static final int EXAMPLES = 100;

  @TempDir private static Path folder;

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @BeforeAll
  static void needsPythonWithNumpy() throws Exception {
    boolean isThere;
    try {
      Process python = start("/usr/bin/env", "python3", "-c", "import numpy");
      isThere = ChildJvm.output(python).endsWith("status 0");
    } catch (IOException e) {
      isThere = false;
    }
    assumeTrue(isThere, "there is no python3 with numpy (Debian: apt install python3-numpy)");
  }

  private static Model model() {
    Dataset digits = BundledData.digits();
    Network network =
        Network.of(
            Samples.REGISTRY,
            digits.shape(),
            "dense(units=32, activation=relu, initializer=he_normal), dropout(rate=0.2),"
                + " dense(units=10, activation=softmax)");
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("adam")
        .epochs(5)
        .build()
        .fit(network, digits)
        .model();
  }

  private static String run(Model model, float change) throws Exception {
    Dataset digits = BundledData.digits();
    Matrix predictions = model.predict(digits);
    Matrix features = Matrix.zeros(digits.rows(), digits.shape().size());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      digits.readFeatures(i, features, i);
      List<String> line = new ArrayList<>();
      for (float feature : features.row(i)) {
        line.add(String.valueOf(feature));
      }
      for (float prediction : predictions.row(i)) {
        line.add(String.valueOf(prediction + change));
      }
      lines.add(String.join(" ", line));
    }
    Path examples = Files.write(folder.resolve("examples.txt"), lines);
    Path file = folder.resolve("model.safetensors");
    model.save(file);
    return ChildJvm.output(
        start("/usr/bin/env", "python3", SCRIPT.toString(), file.toString(), examples.toString()));
  }

  @Test
  void pythonPredictsAHundredDigitsAsWeDo() throws Exception {
    String output = run(model(), 0);
    assertTrue(output.startsWith(EXAMPLES + " examples, largest difference "), output);
    assertTrue(output.endsWith("status 0"), output);
    Figures.show("python", output.lines().findFirst().orElse(""));
  }

  @Test
  void pythonNoticesOtherPredictions() throws Exception {
    String output = run(model(), 2e-5f);
    assertTrue(output.endsWith("status 1"), output);
  }

  @Test
  void whoForgetsAFileIsToldTheUsage() throws Exception {
    assertEquals(
        "usage: read_model.py MODEL EXAMPLES\nstatus 2",
        ChildJvm.output(start("/usr/bin/env", "python3", SCRIPT.toString(), "model")));
  }
}
