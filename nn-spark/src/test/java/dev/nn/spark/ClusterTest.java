package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.spark.round.Mode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master, two workers and their executors in processes of their own, on loopback. */
class ClusterTest {
  private static final int EPOCHS = 10;

  private static final String LOCAL = Spirals.weights(Mode.LOCAL);
  private static final String SYNCHRONOUS = Spirals.weights(Mode.SYNCHRONOUS);

  @Test
  void theWeightsAreThoseOfOneMachineWhateverHappensToExecutors(@TempDir Path folder)
      throws Exception {
    Path jar = ClusterJars.activation(folder, "bent", "z > 0 ? z : 0.5f * z");
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      assertEquals(List.of("partitions=2 " + LOCAL), cluster.run("one-worker", "partitions=2"));
      cluster.addWorker();
      cluster.addPlugin(jar);
      String saved = "bent=" + folder.resolve("pipeline");
      assertEquals(
          List.of(
              "partitions=16 " + LOCAL,
              "synchronous=5 " + SYNCHRONOUS,
              saved + " " + withJar(jar, ClusterTest::bentOnOneMachine),
              "killed an executor",
              "kill=6 " + LOCAL),
          cluster.run("two-workers", "partitions=16", "synchronous=5", saved, "kill=6"));
      assertLoadNamesThePlugin(folder.resolve("pipeline"));
    }
  }

  @Test
  @Tag("exhaustive")
  void soAreTablesAndSearchesAndARunThatLosesAWorker(@TempDir Path folder) throws Exception {
    SparkSession session = Session.local();
    Path jar = ClusterJars.activation(folder, "bent", "z > 0 ? z : 0.5f * z");
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker();
      cluster.addPlugin(jar);
      assertEquals(
          List.of(
              "shops=3 " + ClusterProgram.ofShops(Shops.table(session, 600)).weightsSha256(),
              withJar(jar, () -> searchOnOneMachine(session)),
              "partitions=3 " + LOCAL),
          cluster.run("two-workers", "shops=3", "search=2", "partitions=3"));
      loseAWorker(cluster, folder.resolve("checkpoints"));
    }
  }

  /** What something is on one machine that has a jar. */
  private static String withJar(Path jar, Callable<String> what) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClusterTest.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      return what.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String bentOnOneMachine() {
    String layers = Spirals.LAYERS.replace("tanh", "bent");
    return Spirals.onOneMachine(layers, ClusterProgram.POINTS, Mode.LOCAL, Spirals.EPOCHS);
  }

  private static String searchOnOneMachine(SparkSession session) throws IOException {
    return ClusterObjectiveTest.onOneMachine(Shops.table(session, 300))
        .jsonLines()
        .replace("\n", " ");
  }

  /** This virtual machine has not got the jar. */
  private static void assertLoadNamesThePlugin(Path pipeline) {
    SparkSession unused = Session.local();
    String message =
        assertThrows(NnException.class, () -> PipelineModel.load(pipeline.toString())).getMessage();
    assertTrue(message.contains("bent") && message.contains("acme-bent"), message);
  }

  private static void loseAWorker(Cluster cluster, Path checkpoints)
      throws IOException, InterruptedException {
    String task = "checkpoints=" + EPOCHS + ":" + checkpoints;
    Process driver = cluster.startDriver("lost-worker", task);
    Checkpoints.await(checkpoints, 3, driver);
    cluster.killWorker(1);
    String expected = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL, EPOCHS);
    assertEquals(0, driver.waitFor());
    assertEquals(List.of(task + " " + expected), cluster.results("lost-worker"));
  }
}
