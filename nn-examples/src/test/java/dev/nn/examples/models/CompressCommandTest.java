package dev.nn.examples.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import dev.nn.math.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressCommandTest {
  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void train() {
    Run trained =
        Console.nn("digits", "--epochs", "3", "--threads", "1", "--quiet", "--save", path("m"));
    assertEquals(0, trained.status(), trained.err());
  }

  @ParameterizedTest
  @CsvSource({"bfloat16, BFLOAT16", "int8, INT8"})
  void aCompressedModelIsSmallerAndPredictsNearlyTheSame(String name, Compression form)
      throws IOException {
    train();
    Run run = Console.nn("compress", path("m"), path("c"), "--to", name);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.lastLine().startsWith(path("c") + " written, "), run.lastLine());
    assertTrue(Files.size(folder.resolve("c")) < 0.75 * Files.size(folder.resolve("m")));
    assertEquals(Optional.of(form), Model.load(folder.resolve("c")).compression());

    assertEquals(accuracy("m"), accuracy("c"), 0.01);
    Run inspected = Console.nn("inspect", path("c"));
    assertTrue(inspected.out().contains(name), inspected.out());

    Run again = Console.nn("evaluate", path("c"), "--compressed");
    assertEquals(2, again.status());
    assertTrue(again.err().contains("compressed already"), again.err());
    Run twice = Console.nn("compress", path("c"), path("d"), "--to", "int8");
    assertEquals(name.equals("int8") ? 0 : 1, twice.status(), twice.err());
  }

  @Test
  void aModelIsNotOverwrittenByItself() throws IOException {
    train();
    byte[] before = Files.readAllBytes(folder.resolve("m"));
    Run run = Console.nn("compress", path("m"), path("m"));
    assertEquals(2, run.status());
    assertTrue(run.err().contains("name another file"), run.err());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("m")));
  }

  private double accuracy(String name) {
    Run run = Console.nn("evaluate", path(name), "--quiet");
    assertEquals(0, run.status(), run.err());
    return Double.parseDouble(run.lines().get(0).replace("test accuracy ", ""));
  }

  @Test
  void evaluateShowsSizeMeasureAndSpeedOfEachForm() {
    train();
    Run run = Console.nn("evaluate", path("m"), "--compressed");
    assertEquals(0, run.status(), run.err());
    for (String form : new String[] {"float32", "bfloat16", "int8"}) {
      assertTrue(
          run.out().matches("(?s).*│ " + form + " +│ +[0-9,]+ │ +0\\.[89]\\d{3} │ +[0-9,]+ │.*"),
          run.out());
    }
    String json = Console.nn("evaluate", path("m"), "--compressed", "--json").lastLine();
    assertTrue(json.matches(".*\"int8_bytes\":\\d+,\"int8_test_accuracy\":0\\.[89].*"), json);
  }
}
