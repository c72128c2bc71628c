package dev.nn.examples.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that want to tell the terminal something. */
class HostileFilesTest {
  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void whatAFileSaysReachesTheTerminalWithoutItsControlCharacters() throws IOException {
    String hostile = "\u001b[2J\u009b31m\u202e\r\nfine";
    Dataset data =
        Dataset.classes(
            new float[][] {{0}, {1}},
            new int[] {0, 1},
            new Targets.Classes(List.of("no" + hostile, "yes")));
    Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("sgd(learning_rate=0.1)")
        .epochs(1)
        .build()
        .fit(Network.of(Shape.of(1), "dense(units=2, activation=softmax)"), data)
        .model()
        .save(folder.resolve("hostile"));
    Run run = Console.nn("inspect", path("hostile"));
    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out()
            .replaceAll("[\\s│]", "")
            .contains("no\\u001b[2J\\u009b31m\\u202e\\u000d\\u000afine"),
        run.out());
    assertHarmless(run.out());
    String name = "file" + hostile;
    assertHarmless(Console.nn("inspect", path(name)).err());
    Files.copy(folder.resolve("hostile"), folder.resolve(name));
    assertHarmless(Console.nn("inspect", path(name)).out());
    assertHarmless(Console.nn("evaluate", path(name)).err());
  }

  /** Where a stack trace quotes what could not be read. */
  @Test
  void norDoesATraceHaveControlCharacters() throws IOException {
    byte[] header = "{\"\u001b[2J\":{}, \"\u001b[2J\":{}}".getBytes(StandardCharsets.UTF_8);
    Files.write(
        folder.resolve("hostile"),
        ByteBuffer.allocate(Long.BYTES + header.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .put(header)
            .array());
    Run run = Console.nn("inspect", "--verbose", path("hostile"));
    assertEquals(1, run.status(), run.out());
    assertTrue(run.err().contains("Caused by: "), run.err());
    assertHarmless(run.err().replace('\t', ' '));
  }

  private static void assertHarmless(String output) {
    assertFalse(output.isEmpty());
    assertTrue(
        output.chars().allMatch(c -> c == '\n' || c != 0x202e && !Character.isISOControl(c)),
        output);
  }
}
