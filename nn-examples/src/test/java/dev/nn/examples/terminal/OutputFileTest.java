package dev.nn.examples.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        "convert FILE --output LINK",
        "convert other --schema-of FILE --output FILE",
        "convert jdbc:sqlite:FILE --query x --output FILE",
        "convert jdbc:duckdb:FILE?a=b --query x --output LINK",
        "convert jdbc:sqlite:file:FILE?cache=shared --query x --output FILE"
      })
  void whatIsReadIsNotOverwritten(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), "x,y\n1,a\n2,b\n");
    Path link = folder.resolve("link.csv");
    if (command.contains("LINK")) {
      Files.createSymbolicLink(link, file);
    }
    String[] words =
        command.replace("FILE", file.toString()).replace("LINK", link.toString()).split(" ");
    Run run = Console.nn(words);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(" is what is read, and would be lost; name"), run.err());
    assertEquals("x,y\n1,a\n2,b\n", Files.readString(file));
  }

  @Test
  void aFileIsReplacedAsAWholeOrNotAtAll() throws IOException {
    Path file = Files.writeString(folder.resolve("old.csv"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    assertThrows(
        IOException.class,
        () ->
            OutputFile.write(
                link,
                out -> {
                  out.write('n');
                  throw new IOException("the disk is full");
                }));
    assertEquals("old", Files.readString(file));
    OutputFile.write(link, out -> out.write('n'));
    assertEquals("n", Files.readString(file));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "nothing is left over");
    }
  }

  @Test
  void devicesLoseNothing() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/null")));
    Path table = Files.writeString(folder.resolve("t.csv"), "x,y\n1,a\n2,b\n");
    Run run =
        Console.nn(
            "search",
            table.toString(),
            "--journal",
            "/dev/null",
            "--log",
            "/dev/null",
            "--trials",
            "0");
    assertFalse(run.err().contains("would be lost"), run.err());
  }

  @Test
  void aLinkToNothingIsNoticedBeforeAnyWork() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("nothing"));
    Run run = Console.nn("predict", "none.safetensors", "none.csv", "--output", link.toString());
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(link + " is a link to nothing; delete it"), run.err());
  }
}
