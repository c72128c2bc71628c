package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.data.TabularModel;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ctrl-C in the middle of a training: what was learnt until then is judged and saved. The signal
 * here is SIGTERM, which Java handles in the same way: a build in the background of a shell, and
 * all that it starts, is deaf to SIGINT.
 */
class InterruptCommandTest {
  /** How a shell reports a process that SIGTERM ended. */
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  @Test
  void theModelOfAStoppedTrainingIsSaved() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "skipped: there is no /bin/kill here");
    StringBuilder table = new StringBuilder("x,kind\n");
    for (int i = 0; i < 200; i++) {
      table.append(i * 37 % 200 / 10.0).append(i * 37 % 200 < 100 ? ",low\n" : ",high\n");
    }
    Path data = Files.writeString(folder.resolve("data.csv"), table);
    Path model = folder.resolve("model.safetensors");
    Process process =
        ChildJvm.of(
                List.of(),
                "dev.nn.examples.Main",
                "train",
                data.toString(),
                "--epochs",
                "20000",
                "--save",
                model.toString())
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.contains("epoch  2000/20000")) {
          new ProcessBuilder("/bin/kill", "-TERM", Long.toString(process.pid())).start().waitFor();
        }
      }
    }

    assertEquals(TERMINATED, process.waitFor(), lines.toString());
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.matches(
                        "stopped in epoch \\d+ of 20000: the model is what was learnt until then")),
        lines.toString());
    assertTrue(
        lines.get(lines.size() - 1).matches("weights sha256 [0-9a-f]{64}"), lines.toString());
    assertEquals(
        lines.get(lines.size() - 1),
        "weights sha256 " + TabularModel.load(model).model().weightsSha256());
  }
}
