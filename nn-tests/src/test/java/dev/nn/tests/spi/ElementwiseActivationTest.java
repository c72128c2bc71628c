package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElementwiseActivationTest {
  private Sample sample;

  @BeforeAll
  void build(@TempDir Path folder) throws IOException {
    sample = Sample.of("activation", Kind.ACTIVATION, "acme.swish", folder);
  }

  @AfterAll
  void close() throws IOException {
    sample.close();
  }

  @Test
  void aCompletePluginIsARecordOfTenLinesAndOneLineOfRegistration() throws IOException {
    Project project = Project.sample("activation");
    List<String> lines = Files.readAllLines(project.source("acme/activation/Swish.java"));
    int record =
        lines.indexOf(lines.stream().filter(l -> l.contains(" record ")).findFirst().get());
    assertTrue(lines.size() <= 14, () -> "the file has " + lines.size() + " lines");
    assertTrue(lines.size() - record <= 10, () -> lines.size() - record + " lines of record");
    assertTrue(lines.stream().allMatch(line -> line.length() <= 100), "no line is stretched");
    assertEquals(
        List.of("acme.activation.Swish"),
        Files.readAllLines(project.source("META-INF/services/dev.nn.api.Activation")));
  }

  /** σ(2) = 0.8807970779778823 and σ(1) = 0.7310585786300049. */
  @Test
  void theOptionIsReadFromTheSpecAndHasADefault() {
    assertEquals(0.8807971f, swish("acme.swish(beta=2)").value(1), 1e-6f);
    assertEquals(0.7310586f, swish("acme.swish").value(1), 1e-6f);
  }

  private ElementwiseActivation swish(String spec) {
    return (ElementwiseActivation) sample.registry().activation(spec);
  }

  @Test
  void gradientsAgreeWithCentralDifferences() {
    Network network =
        Network.of(
            sample.registry(),
            Shape.of(2),
            "dense(units=3, activation=acme.swish(beta=1.5)), dense(units=1)");
    Dataset data = Dataset.regression(Grid.points(), Grid.products());
    new TrainingGradients(sample.registry(), network, data, "mean_squared_error")
        .check("0.dense.kernel", "0.dense.bias", "1.dense.kernel", "1.dense.bias");
  }

  @Test
  void learnsOnTheClassPathAndOnTheModulePath() {
    Experiment experiment =
        Experiment.of(
            Grid.points(),
            Grid.products(),
            "dense(units=8, activation=acme.swish(beta=2)), dense(units=1)",
            600);
    Checks.learns(sample, "acme.activation", experiment, 0.02);
  }
}
