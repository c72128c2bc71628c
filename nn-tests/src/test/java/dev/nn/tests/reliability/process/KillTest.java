package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.TrainingState;
import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that trains with a checkpoint after every step is killed; nothing is lost. */
class KillTest {
  private static final int LONGEST_LIFE = 500;
  private static final int EARLY = 4;

  @TempDir private Path temporary;

  @Test
  void killedRunsEndWhereTheUninterruptedOneDoes() throws Exception {
    kill(6, System.nanoTime());
  }

  @Test
  @Tag("exhaustive")
  void twoHundredKilledRunsEndWhereTheUninterruptedOneDoes() throws Exception {
    kill(200, System.nanoTime());
  }

  private void kill(int times, long seed) throws Exception {
    String expected = LongRun.uninterrupted().model().weightsSha256();
    Random random = new Random(seed);
    int withCheckpoints = 0;
    int inside = 0;
    for (int i = 0; i < times; i++) {
      Path folder = Files.createDirectory(temporary.resolve("run" + i));
      String what = "kill " + i + ", seed " + seed;
      // One of four is killed early, perhaps before its first checkpoint.
      runAndKill(folder, i % EARLY == 0, random.nextInt(LONGEST_LIFE));
      List<Path> files = files(folder);
      long steps = 0;
      for (Path file : files) {
        if (!isHalfWritten(file)) {
          steps = Math.max(steps, TrainingState.load(file, Samples.REGISTRY).steps());
        }
      }
      withCheckpoints += steps > 0 ? 1 : 0;
      inside += files.stream().anyMatch(KillTest::isHalfWritten) ? 1 : 0;
      assertEquals(expected, LongRun.finish(folder).model().weightsSha256(), what);
    }
    assertTrue(withCheckpoints >= times / 2, withCheckpoints + " had checkpoints, seed " + seed);
    Figures.show(
        "equal ends",
        "%d of %d; %d with checkpoints, %d killed while writing one"
            .formatted(times, times, withCheckpoints, inside));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(".nn.lock")).toList();
    }
  }

  private static boolean isHalfWritten(Path file) {
    return file.toString().endsWith(".tmp");
  }

  private static void runAndKill(Path folder, boolean early, int milliseconds) throws Exception {
    Process process = ChildJvm.of(List.of(), LongRun.class.getName(), folder.toString()).start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals("ready")) {
        line = output.readLine();
      }
      while (!early
          && files(folder).stream().allMatch(KillTest::isHalfWritten)
          && process.isAlive()) {
        Thread.sleep(1);
      }
      process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
