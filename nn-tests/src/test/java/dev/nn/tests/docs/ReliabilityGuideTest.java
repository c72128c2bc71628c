package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/reliability.md shows compiles and does what it says. */
class ReliabilityGuideTest {
  private static final Dataset XOR =
      Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});

  @TempDir private Path classes;
  @TempDir private Path runs;

  @Test
  void theRunGoesOnFromItsNewestCheckpoint() throws Exception {
    Page.compile(classes, "Survivor", Page.of("docs/reliability.md").javaBlock("class Survivor"));
    TrainingResult whole = train();
    List<Path> checkpoints = checkpoints();
    assertEquals(3, checkpoints.size(), checkpoints.toString());
    Files.delete(checkpoints.get(2));
    assertEquals(whole.model().weightsSha256(), train().model().weightsSha256());
    assertEquals(checkpoints, checkpoints(), "the one that was deleted is written again");
  }

  private TrainingResult train() throws Exception {
    Network network =
        Network.of(
            Shape.of(2), "dense(units=8, activation=tanh), dense(units=1, activation=sigmoid)");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      return (TrainingResult)
          loader
              .loadClass("Survivor")
              .getMethod("train", Network.class, Dataset.class, Path.class)
              .invoke(null, network, XOR, runs);
    }
  }

  private List<Path> checkpoints() throws Exception {
    try (Stream<Path> files = Files.list(runs)) {
      return files.filter(file -> file.toString().endsWith(".safetensors")).sorted().toList();
    }
  }
}
