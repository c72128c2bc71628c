package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.tests.reliability.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command that users type, {@code nn digits}, with a checkpoint after every step: killed at a
 * random moment and resumed, it ends with the weights of a run that nothing has interrupted.
 */
class KillCommandTest {
  /** One of so many is killed before its first step. */
  private static final int EARLY = 8;

  private static final int MOST_MICROSECONDS_OF_A_STEP = 16_000;

  private static final Pattern CHECKPOINT = Pattern.compile("checkpoint-(\\d+)\\.safetensors");

  @TempDir private Path temporary;

  @Test
  void aKilledCommandIsResumed() throws Exception {
    kill(3, System.nanoTime());
  }

  @Test
  @Tag("exhaustive")
  void twoHundredKilledCommandsAreResumed() throws Exception {
    kill(200, System.nanoTime());
  }

  private void kill(int times, long seed) throws Exception {
    Path wholeFolder = temporary.resolve("whole");
    long start = System.nanoTime();
    List<String> whole = lines(digits(wholeFolder));
    long wholeTime = System.nanoTime() - start;
    int steps = (int) newest(wholeFolder).orElseThrow();
    Random random = new Random(seed);
    int early = 0;
    int training = 0;
    int writing = 0;
    int ended = 0;
    for (int i = 0; i < times; i++) {
      Path folder = temporary.resolve("run" + i);
      boolean alive =
          i % EARLY == EARLY - 1
              ? runAndKillAfter((long) (random.nextDouble() * wholeTime / 2), folder)
              : runAndKillIn(1 + random.nextInt(steps), folder, random);
      OptionalLong newest = newest(folder);
      early += newest.isEmpty() ? 1 : 0;
      training += alive && newest.isPresent() && newest.getAsLong() < steps ? 1 : 0;
      writing += files(folder).anyMatch(name -> name.endsWith(".tmp")) ? 1 : 0;
      ended += alive ? 0 : 1;

      List<String> resumed = lines(digits(folder, "--resume"));
      String what = "kill %d, seed %d, checkpoint %s: %s".formatted(i, seed, newest, resumed);
      newest.ifPresent(step -> assertTrue(isResumedAfter(step, resumed), what));
      assertEquals(sha256(whole), sha256(resumed), what);
    }
    assertTrue(training >= times / 2, training + " were killed in training, seed " + seed);
    Figures.show(
        "equal ends",
        ("%d of %d; killed before the first checkpoint %d, while training %d, of all while writing"
                + " a checkpoint %d; ended before the kill %d")
            .formatted(times, times, early, training, writing, ended));
  }

  private static Process digits(Path folder, String... more) throws IOException {
    String[] command = {
      "digits",
      "--layers",
      "dense(units=24, activation=relu), batch_normalization, dropout(rate=0.3),"
          + " dense(units=10, activation=softmax)",
      "--optimizer",
      "adam(learning_rate=reduce_on_plateau(initial=0.01, patience=1))",
      "--epochs",
      "3",
      "--batch",
      "64",
      "--seed",
      "3",
      "--checkpoint",
      folder.toString(),
      "--checkpoint-steps",
      "1"
    };
    return ChildJvm.of(
            List.of(),
            "dev.nn.examples.Main",
            Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new))
        .start();
  }

  /** Kills a run before its training or early in it; whether it was still running. */
  private static boolean runAndKillAfter(long nanoseconds, Path folder) throws Exception {
    Process process = digits(folder);
    process.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
    return kill(process);
  }

  /** Kills a run at any moment of a step; whether it was still running. */
  private static boolean runAndKillIn(long step, Path folder, Random random) throws Exception {
    Process process = digits(folder);
    while (newest(folder).orElse(0) < step && process.isAlive()) {
      Thread.sleep(0, 200_000);
    }
    process.waitFor(random.nextInt(MOST_MICROSECONDS_OF_A_STEP), TimeUnit.MICROSECONDS);
    return kill(process);
  }

  private static boolean kill(Process process) throws Exception {
    boolean alive = process.isAlive();
    process.destroyForcibly().waitFor();
    process.getInputStream().close();
    return alive;
  }

  private static OptionalLong newest(Path folder) throws IOException {
    return files(folder)
        .map(CHECKPOINT::matcher)
        .filter(Matcher::matches)
        .mapToLong(name -> Long.parseLong(name.group(1)))
        .max();
  }

  private static Stream<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private static boolean isResumedAfter(long step, List<String> lines) {
    return lines.stream()
        .anyMatch(line -> line.startsWith("resuming in ") && line.endsWith(" after step " + step));
  }

  private static List<String> lines(Process process) throws Exception {
    List<String> lines = ChildJvm.output(process).lines().toList();
    assertEquals("status 0", lines.get(lines.size() - 1), lines.toString());
    return lines;
  }

  private static String sha256(List<String> lines) {
    String line = lines.get(lines.size() - 2);
    assertTrue(line.matches("weights sha256 [0-9a-f]{64}"), lines.toString());
    return line;
  }
}
