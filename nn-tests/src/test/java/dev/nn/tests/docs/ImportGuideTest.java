package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What docs/import.md and docs/defaults.md show compiles and does what it says. */
@ResourceLock(Resources.SYSTEM_OUT)
class ImportGuideTest {
  @TempDir private Path folder;

  @Test
  void theWeightsComeBack() throws Exception {
    assertEquals("true", output("docs/import.md", "ThereAndBack"));
  }

  @Test
  void aNetworkLearnsXorAsInPyTorch() throws Exception {
    assertEquals("true", output("docs/defaults.md", "AsInPyTorch"));
  }

  private String output(String page, String program) throws Exception {
    Page.compile(folder, program, Page.of(page).javaBlock("class " + program));
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass(program)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {folder.resolve("file.pt").toString()});
    } finally {
      System.setOut(stdout);
    }
    return printed.toString(StandardCharsets.UTF_8).strip();
  }
}
