package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.spark.round.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master, two workers and their executors in processes of their own, on loopback. */
class ClusterTest {

  @Test
  void theWeightsAreThoseOfOneMachineEvenIfAnExecutorIsKilled(@TempDir Path folder)
      throws IOException, InterruptedException {
    String local = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL);
    String synchronous = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.SYNCHRONOUS);
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      assertEquals(List.of("partitions=2 " + local), cluster.run("one-worker", "partitions=2"));
      cluster.addWorker();
      assertEquals(
          List.of(
              "partitions=16 " + local,
              "synchronous=5 " + synchronous,
              "killed an executor",
              "kill=6 " + local,
              "partitions=3 " + local),
          cluster.run("two-workers", "partitions=16", "synchronous=5", "kill=6", "partitions=3"));
    }
  }
}
