package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.training.Checkpoints;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that want to write their checkpoints to one folder at once. */
class OneRunAtATimeTest {
  @TempDir private Path temporary;

  private static Process xor(Path folder, int epochs, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "xor",
                "--epochs",
                String.valueOf(epochs),
                "--checkpoint",
                folder.toString(),
                "--checkpoint-steps",
                "1"));
    command.addAll(List.of(more));
    return ChildJvm.of(List.of(), "dev.nn.examples.Main", command.toArray(String[]::new)).start();
  }

  private static boolean hasCheckpoint(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("checkpoint-"));
    }
  }

  private static void assertInUse(Path folder, Process process) throws Exception {
    String output = ChildJvm.output(process);
    assertTrue(output.contains(folder + " is in use by another run, which writes"), output);
    assertTrue(output.endsWith("status 1"), output);
  }

  @Test
  void theSecondProcessIsRefusedUntilTheFirstIsGoneHoweverItEnds() throws Exception {
    Path folder = temporary.resolve("c");
    Process first = xor(folder, 1_000_000);
    try {
      while (!hasCheckpoint(folder)) {
        assertTrue(first.isAlive());
        Thread.sleep(10);
      }
      assertInUse(folder, xor(folder, 5));
      assertInUse(folder, xor(folder, 5, "--resume"));
      assertTrue(first.isAlive(), "the first does not notice");
    } finally {
      first.destroyForcibly().waitFor();
      first.getInputStream().close();
    }
    String resumed = ChildJvm.output(xor(folder, 1, "--resume"));
    assertTrue(resumed.contains("resuming in epoch "), resumed);
    assertTrue(!resumed.contains("is in use"), resumed);
  }

  /** On POSIX systems a refused attempt in the same process could free the folder for others. */
  @Test
  void aRefusalInTheSameProcessDoesNotLetOtherProcessesIn() throws Exception {
    Path folder = temporary.resolve("c");
    Network network =
        Network.of(Samples.REGISTRY, Shape.of(8), "dense(units=3, activation=softmax)");
    Trainer trainer = Samples.trainer("adam").checkpoints(Checkpoints.in(folder)).build();
    try (TrainingSession session = trainer.start(network, Samples.points())) {
      session.step();
      assertThrows(NnException.class, () -> trainer.start(network, Samples.points()));
      assertInUse(folder, xor(folder, 5));
    }
    String free = ChildJvm.output(xor(folder, 5));
    assertTrue(free.contains("weights sha256 "), "it did not train to its end: " + free);
  }
}
