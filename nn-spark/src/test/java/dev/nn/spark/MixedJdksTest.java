package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.spark.round.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose executors run on different JDKs. */
@Tag("exhaustive")
class MixedJdksTest {
  private static final Path JDKS = Path.of("/usr/lib/jvm");

  @Test
  void executorsOnOtherJdksGiveTheSameBits(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Path> others = others();
    assumeTrue(!others.isEmpty(), "no JDK of another version is installed in " + JDKS);
    String expected = Spirals.onOneMachine(ClusterProgram.POINTS, Mode.LOCAL);
    try (Cluster cluster = new Cluster(folder)) {
      cluster.addWorker();
      cluster.addWorker(others.get(0).toString());
      assertEquals(List.of("partitions=4 " + expected), cluster.run("mixed", "partitions=4"));
    }
  }

  /** JDKs of the versions 17 and 25 that are not the one that runs this. */
  private static List<Path> others() throws IOException {
    if (!Files.isDirectory(JDKS)) {
      return List.of();
    }
    int here = Runtime.version().feature();
    int other = here == 17 ? 25 : 17;
    try (Stream<Path> found = Files.list(JDKS)) {
      return found.filter(jdk -> isOf(jdk, other)).sorted().toList();
    }
  }

  private static boolean isOf(Path jdk, int version) {
    try {
      Path release = jdk.resolve("release");
      return Files.exists(jdk.resolve("bin/java"))
          && Files.exists(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + version + ".");
    } catch (IOException e) {
      return false;
    }
  }
}
