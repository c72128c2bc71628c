package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.tests.reliability.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see of it when a checkpoint is damaged. */
class DamagedCheckpointTest {
  private static final int STEPS = 400;
  private static final int INTERVAL = 100;

  @TempDir private Path temporary;

  /** A training of 400 steps, of which the last three hundreds are kept. */
  private static List<String> xor(Path folder, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "xor",
                "--epochs",
                String.valueOf(STEPS / 4),
                "--checkpoint",
                folder.toString(),
                "--checkpoint-steps",
                String.valueOf(INTERVAL)));
    command.addAll(List.of(more));
    Process process =
        ChildJvm.of(List.of(), "dev.nn.examples.Main", command.toArray(String[]::new)).start();
    return ChildJvm.output(process).lines().toList();
  }

  private static Path checkpoint(Path folder, int step) {
    return folder.resolve("checkpoint-%012d.safetensors".formatted(step));
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }

  private static String sha256(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("weights sha256 ")).findFirst().orElse("");
  }

  @Test
  void theOneBeforeIsTakenAndThatIsSaid() throws Exception {
    Path folder = temporary.resolve("c");
    String whole = sha256(xor(folder));
    assertFalse(whole.isEmpty());
    damage(checkpoint(folder, STEPS));

    List<String> resumed = xor(folder, "--resume");
    List<String> warnings =
        resumed.stream().filter(l -> l.contains("trying the checkpoint before it")).toList();
    assertEquals(1, warnings.size(), resumed.toString());
    String warning = warnings.get(0);
    assertTrue(warning.contains(checkpoint(folder, STEPS).toString()), resumed.toString());
    assertTrue(warning.contains("the checksum does not hold"), resumed.toString());
    assertTrue(
        resumed.contains("resuming in epoch 75, after step " + (STEPS - INTERVAL)),
        resumed.toString());
    assertEquals(whole, sha256(resumed), resumed.toString());
  }

  @Test
  void withAllDamagedTheRunDoesNotBeginAnew() throws Exception {
    Path folder = temporary.resolve("c");
    xor(folder);
    for (int step = 2 * INTERVAL; step <= STEPS; step += INTERVAL) {
      damage(checkpoint(folder, step));
    }
    List<String> resumed = xor(folder, "--resume");
    assertEquals("status 1", resumed.get(resumed.size() - 1), resumed.toString());
    assertTrue(
        resumed.stream()
            .anyMatch(l -> l.startsWith("nn xor: " + checkpoint(folder, STEPS) + ", byte ")),
        resumed.toString());
    for (int step = 2 * INTERVAL; step <= STEPS; step += INTERVAL) {
      String name = checkpoint(folder, step).toString();
      assertEquals(
          1, resumed.stream().filter(line -> line.contains(name)).count(), resumed.toString());
    }
  }
}
