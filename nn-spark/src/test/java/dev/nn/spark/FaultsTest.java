package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on a cluster is said once, with its place, and leaves nothing behind. */
class FaultsTest {
  private static final int FILES = 3;
  private static final int ROWS = 100;

  @Test
  void theErrorNamesThePlace(@TempDir Path folder) throws IOException, InterruptedException {
    Path bent = ClusterJars.activation(folder, "bent", "z > 0 ? z : 0.5f * z");
    Path broken = ClusterJars.activation(folder, "broken", "z > 1e30f ? z : fail()");
    Path files = files(folder.resolve("files"));
    try (Cluster cluster = Cluster.withFramework(folder)) {
      cluster.addOption("-Dspark.task.maxFailures=1");
      cluster.addPlugin(bent);
      cluster.addPlugin(broken);
      cluster.addWorker(bent, broken);
      cluster.addWorker(broken);
      List<String> said = cluster.run("faults", "refused=bent", "refused=broken", "files=" + files);
      assertEquals(
          List.of("refused=bent NnException", "refused=broken NnException"),
          List.of(said.get(0), said.get(2)));
      assertMatches(
          "on executor \\d+ \\(127\\.0\\.0\\.1\\): .*\"bent\".*; the driver has bent from acme-bent.*:"
              + " give that jar to the executors too, by --jars",
          said.get(1));
      assertMatches(
          "shard \\d of 4, epoch 1, steps 1 to \\d+ on executor \\d+ \\(127\\.0\\.0\\.1\\): training"
              + " failed in epoch 1, step 1: activation \"broken\" failed in forward of layer 0"
              + " \\(dense\\): IllegalStateException: the parts do not fit; it is acme.broken.Bent in"
              + " .*/acme-broken\\.jar",
          said.get(3));
      assertEquals("files=" + files + " DataException", said.get(4));
      assertMatches(
          "row \\d+ of partition \\d \\(file .*/part-1\\.csv\\): column features\\[1\\] is NaN, which"
              + " is not a finite float",
          said.get(5));
      assertEquals(6, said.size());
    }
    assertFalse(Files.exists(Path.of(files + "-checkpoints")));
  }

  private static void assertMatches(String pattern, String text) {
    assertTrue(text.matches(pattern), text);
  }

  /** A row of the second file has no number. */
  private static Path files(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int file = 0; file < FILES; file++) {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < ROWS; row++) {
        double[] point = Spirals.point(file * ROWS + row);
        String second = file == 1 && row == 40 ? "NaN" : String.valueOf(point[1]);
        text.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%s%n",
                file * ROWS + row,
                point[0],
                second,
                point[2],
                point[3]));
      }
      Files.writeString(folder.resolve("part-" + file + ".csv"), text);
    }
    return folder;
  }
}
