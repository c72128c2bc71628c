package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.spark.round.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors and drivers that end by force in every part of a run. */
@Tag("exhaustive")
class KilledProcessesTest {

  /** A run has 14 jobs: two that read, and twelve rounds. */
  @Test
  void anExecutorKilledInAnyJobChangesNoBit(@TempDir Path folder)
      throws IOException, InterruptedException {
    String expected = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL);
    List<String> tasks = new ArrayList<>();
    for (int kill = 0; kill < 20; kill++) {
      tasks.add("kill=" + (1 + kill % 14));
    }
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker();
      List<String> results = cluster.run("kills", tasks.toArray(String[]::new));
      assertEquals(20, results.stream().filter("killed an executor"::equals).count());
      assertEquals(
          tasks.stream().map(task -> task + " " + expected).toList(),
          results.stream().filter(line -> line.startsWith("kill=")).toList());
    }
  }

  @Test
  void aDriverKilledInAnyEpochGoesOnWithTheSameBits(@TempDir Path folder)
      throws IOException, InterruptedException {
    String expected = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL, ClusterProgram.LONG);
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker();
      for (int kill = 0; kill < 10; kill++) {
        Path checkpoints = folder.resolve("checkpoints" + kill);
        String task = "checkpoints=" + checkpoints;
        Process driver = cluster.startDriver("killed" + kill, task);
        while (epochs(checkpoints) < 2 + 3 * kill) {
          assertTrue(driver.isAlive(), "the driver has ended before it was killed");
          TimeUnit.MILLISECONDS.sleep(20);
        }
        driver.destroyForcibly().waitFor();
        assertEquals(List.of(), cluster.results("killed" + kill));
        assertEquals(List.of(task + " " + expected), cluster.run("resumed" + kill, task));
      }
    }
  }

  /** The epoch of the newest checkpoint. */
  private static int epochs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> checkpoints = Files.list(folder)) {
      return checkpoints
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("epoch-"))
          .mapToInt(name -> Integer.parseInt(name.substring(6, 12)))
          .max()
          .orElse(0);
    }
  }
}
