package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Kind;
import dev.nn.core.layer.Dense;
import dev.nn.core.layer.Flatten;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesFilesTest {
  private static final String FLATTEN = Flatten.class.getName();
  private static final String DENSE = Dense.class.getName();

  @TempDir private Path folder;

  /** Of this file alone. */
  private ServicesFiles read(String text) throws IOException {
    Path file = folder.resolve("META-INF/services/dev.nn.api.Layer");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return ServicesFiles.read(Kind.LAYER, loader);
    }
  }

  @Test
  void aByteOrderMarkIsNamedAndHidesItsLineOnly() throws IOException {
    ServicesFiles files = read("\uFEFF" + FLATTEN + "\n" + DENSE + "\n");
    assertEquals(Set.of(DENSE), files.providers().keySet());
    assertEquals(1, files.faults().size());
    assertEquals(
        "the file begins with a byte order mark (U+FEFF), so that its first line names no class;"
            + " save it as UTF-8 without one",
        files.faults().get(0).problem());
    assertEquals(
        folder.resolve("META-INF/services/dev.nn.api.Layer") + " line 1",
        files.faults().get(0).place());
  }

  @Test
  void savedAsAdvisedBothLinesCount() throws IOException {
    ServicesFiles files = read(FLATTEN + " # the first\n\n" + DENSE + "\n");
    assertEquals(Set.of(FLATTEN, DENSE), files.providers().keySet());
    assertEquals(0, files.faults().size());
  }
}
