package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.data.Conversion;
import dev.nn.data.DataFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another language reads what {@code nn convert} writes, by what docs/big-data.md says. */
class DatasetFormatTest {
  /** Debian's, which has NumPy where that is installed. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", ""), "src", "test", "scripts", "read_dataset.py")
          .toAbsolutePath();

  @TempDir private Path folder;

  private static List<String> python(String... arguments) throws Exception {
    String[] command = new String[1 + arguments.length];
    command[0] = PYTHON;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed.lines().toList();
  }

  @BeforeAll
  static void needsNumPy() throws Exception {
    boolean isThere;
    try {
      isThere = python("-c", "import numpy").isEmpty();
    } catch (IOException | AssertionError e) {
      isThere = false;
    }
    assumeTrue(isThere, "there is no python3 with NumPy");
  }

  @Test
  void numPyReadsFeaturesTargetsAndChecksums() throws Exception {
    Path csv =
        Files.writeString(
            folder.resolve("a.csv"), "size,place,kind\n1,x,dear\n3,y,cheap\n5,x,dear\n");
    Path file = folder.resolve("a.safetensors");
    Conversion.of(DataFile.of(csv).blocks()).to(file);
    // The standardised sizes add up to 0; x stands in two rows; dear, the second word, in two.
    assertEquals(
        List.of(
            "nn-dataset 1 binary",
            "['size', 'place=x', 'place=y'] ['cheap', 'dear']",
            "(3, 3) (3, 1)",
            "[0.0, 2.0, 1.0] [2.0]",
            "whole"),
        python(SCRIPT.toString(), file.toString()));
  }
}
