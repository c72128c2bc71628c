package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoKernelLayerTest {
  private static final String[] PARAMETERS = {"kernel", "bias", "gate_kernel", "gate_bias"};

  private Sample sample;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    sample = Sample.of("gated", Kind.LAYER, "acme.glu", folder);
  }

  @AfterAll
  void close() throws IOException {
    sample.close();
  }

  @Test
  void isAboutFortyLinesBesideImportsAndBrackets() throws IOException {
    Path source = Project.sample("gated").source("acme/gated/GatedLinearUnit.java");
    long lines =
        Files.readAllLines(source).stream()
            .filter(line -> !line.startsWith("import") && !line.startsWith("package"))
            .filter(line -> !line.isBlank() && !line.strip().matches("[})]+;?"))
            .count();
    assertTrue(lines <= 45, () -> lines + " lines");
  }

  /** x·W + b = (1 + 2·2 + 0.5, −1 + 2 + 1) = (5.5, 2); x·V + c = (0, log 3): σ = ½, ¾. */
  @Test
  void computesTheProductOfTheLinearPartAndTheGate() {
    Network network = Network.of(sample.registry(), Shape.of(2), "acme.glu(units=2)");
    Model model =
        Model.of(
            network,
            Map.of(
                "0.acme.glu.kernel", new float[] {1, -1, 2, 1},
                "0.acme.glu.bias", new float[] {0.5f, 1},
                "0.acme.glu.gate_kernel", new float[] {2, 0, -1, 0},
                "0.acme.glu.gate_bias", new float[] {0, 1.0986123f}));
    assertArrayEquals(new float[] {2.75f, 1.5f}, model.predict(new float[] {1, 2}), 1e-6f);
  }

  @Test
  void gradientsAgreeWithCentralDifferences() {
    Network network =
        Network.of(sample.registry(), Shape.of(2), "acme.glu(units=3), acme.glu(units=1)");
    Dataset data = Dataset.regression(Grid.points(), Grid.products());
    TrainingGradients gradients =
        new TrainingGradients(sample.registry(), network, data, "mean_squared_error");
    for (String parameter : PARAMETERS) {
      gradients.check("0.acme.glu." + parameter, "1.acme.glu." + parameter);
    }
  }

  @Test
  void learnsOnTheClassPathAndOnTheModulePath() {
    Checks.learns(sample, "acme.gated", experiment(), 0.02);
  }

  @Test
  void givesTheSameBitsForAnyNumberOfThreads() {
    Checks.sameBitsForAnyThreads(sample, experiment().withBatchSize(5));
  }

  private static Experiment experiment() {
    return Experiment.of(
        Grid.points(),
        Grid.products(),
        "acme.glu(units=6), acme.glu(units=4), dense(units=1)",
        400);
  }
}
