package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.math.CounterRandom;
import dev.nn.spark.round.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors and drivers that end by force in every part of a run, and at any moment. */
@Tag("exhaustive")
class KilledProcessesTest {
  private static final int EPOCHS = 40;

  /** Of a run of {@link ClusterProgram#train}: one that reads, and twelve rounds. */
  private static final int JOBS = 13;

  @Test
  void anExecutorKilledInAnyJobChangesNoBit(@TempDir Path folder)
      throws IOException, InterruptedException {
    String expected = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL);
    List<String> tasks = new ArrayList<>();
    for (int job = 1; job <= JOBS; job++) {
      tasks.add("kill=" + job);
    }
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker();
      List<String> results = cluster.run("kills", tasks.toArray(String[]::new));
      assertEquals(JOBS, results.stream().filter("killed an executor"::equals).count());
      assertEquals(
          tasks.stream().map(task -> task + " " + expected).toList(),
          results.stream().filter(line -> line.startsWith("kill=")).toList());
    }
  }

  @Test
  void anExecutorKilledAtAnyMomentChangesNoBit(@TempDir Path folder)
      throws IOException, InterruptedException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    String expected = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL);
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker();
      assertEquals(Collections.nCopies(20, expected), cluster.run("moments", "kills=20:" + seed));
    }
  }

  @Test
  void aDriverKilledInAnyEpochGoesOnWithTheSameBits(@TempDir Path folder)
      throws IOException, InterruptedException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    CounterRandom random = CounterRandom.of(seed, 0);
    String expected = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL, EPOCHS);
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker();
      for (int kill = 0; kill < 10; kill++) {
        Path checkpoints = folder.resolve("checkpoints" + kill);
        String task = "checkpoints=" + EPOCHS + ":" + checkpoints;
        Process driver = cluster.startDriver("killed" + kill, task);
        Checkpoints.await(checkpoints, 2 + 3 * kill, driver);
        TimeUnit.MILLISECONDS.sleep((long) (500 * random.nextDouble()));
        driver.destroyForcibly().waitFor();
        assertEquals(List.of(), cluster.results("killed" + kill));
        assertEquals(List.of(task + " " + expected), cluster.run("resumed" + kill, task));
      }
    }
  }

  /** A gigabyte and a half of numbers, of which the driver could not hold a third. */
  @Test
  void rowsThatTheDriverCouldNotHoldNeverComeThere(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker();
      assertEquals(1, cluster.run("large", "large=4000000").size());
    }
  }
}
