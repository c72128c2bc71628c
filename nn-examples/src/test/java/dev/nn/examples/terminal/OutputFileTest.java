package dev.nn.examples.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

  /** Whatever else the command would say of these files, they stay as they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "convert FILE --output FILE",
        "predict other FILE --output FILE",
        "predict FILE other --output FILE",
        "export FILE FILE",
        "compress FILE FILE",
        "import FILE --output FILE",
        "search FILE --log FILE",
        "search FILE --journal FILE",
        "search other --journal LINK --log LINK",
        "convert FILE --output LINK"
      })
  void whatIsReadIsNotOverwritten(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), "x,y\n1,a\n2,b\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    String[] words =
        command.replace("FILE", file.toString()).replace("LINK", link.toString()).split(" ");
    Run run = Console.nn(words);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(" is what is read, and would be lost; name"), run.err());
    assertEquals("x,y\n1,a\n2,b\n", Files.readString(file));
  }

  @Test
  void aTextTakesThePlaceOfTheOldOneAsAWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("old.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    OutputFile.write(link, "new");
    assertEquals("new", Files.readString(file));
    assertTrue(Files.isSymbolicLink(link));
    OutputFile.write(folder.resolve("none.csv"), "first");
    assertEquals("first", Files.readString(folder.resolve("none.csv")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count(), "nothing is left over");
    }
  }
}
