package dev.nn.examples.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {
  @TempDir private Path folder;

  /** Before any work: what is read does not even exist. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lecture forward --picture",
        "predict none.safetensors none.csv --output",
        "convert none.csv --output",
        "import none.onnx --output",
        "export none.safetensors",
        "search none.csv --target y --log",
        "search none.csv --target y --journal",
        "xor --log",
        "xor --save"
      })
  void aFolderThatDoesNotExistIsNoticedBeforeAnyWork(String command) {
    Path file = folder.resolve("nope").resolve("a.svg");
    Run run = Console.nn((command + " " + file).split(" "));
    assertEquals(2, run.status(), run.err());
    assertTrue(
        run.err().contains(": there is no folder " + file.getParent() + "; create it first"),
        run.err());
    assertEquals("", run.out());
  }

  @Test
  void aFileInAFolderThatCanBeWrittenIsNoProblem() throws IOException {
    assertTrue(OutputFile.problem(folder.resolve("new.csv")).isEmpty());
    assertTrue(OutputFile.problem(Path.of("new.csv")).isEmpty());
    assertEquals(
        folder + " is a folder; name a file in it", OutputFile.problem(folder).orElseThrow());
    Path old = Files.createFile(folder.resolve("old.csv"));
    assertTrue(OutputFile.problem(old).isEmpty());
  }
}
