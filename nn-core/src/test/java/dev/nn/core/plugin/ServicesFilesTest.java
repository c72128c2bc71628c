package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.core.layer.Dense;
import dev.nn.core.layer.Flatten;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What a second file adds to the catalogue may clash with it, so it cannot be left alone. */
  @Test
  void onlyClassesOfOneFileHaveOneHome() throws IOException {
    Path first = Files.writeString(folder.resolve("first"), FLATTEN + "\ncom.acme.Cube\n");
    Path second = Files.writeString(folder.resolve("second"), DENSE + "\n");
    ServicesFiles files =
        ServicesFiles.read(Kind.LAYER, List.of(first.toUri().toURL(), second.toUri().toURL()));
    assertFalse(files.hasOneHome(name -> BuiltIns.isOfCatalogue(Kind.LAYER, name)));
    assertTrue(files.hasOneHome(FLATTEN::equals));
    assertTrue(files.hasOneHome(name -> false));
    assertFalse(BuiltIns.isOfCatalogue(Kind.LAYER, "dev.nn.core.layer.extra.Cube"));
  }

  @Test
  void savedAsAdvisedBothLinesCount() throws IOException {
    ServicesFiles files = read(FLATTEN + " # the first\n\n" + DENSE + "\n");
    assertEquals(Set.of(FLATTEN, DENSE), files.providers().keySet());
    assertEquals(0, files.faults().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com..Cube", ".com.Cube", "com.Cube.", ".", "com.9Cube", "com Cube", "Cu-be"})
  void whatNamesNoClassIsAFault(String line) throws IOException {
    ServicesFiles files = read(line + " # " + FLATTEN);
    assertEquals(Set.of(), files.providers().keySet());
    assertEquals("\"" + line + "\" is not the name of a class", files.faults().get(0).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cube", "com.acme.Cube$Small", "würfel.Würfel", "a.\ud835\udc00.B9"})
  void namesOfClassesAreTaken(String line) throws IOException {
    ServicesFiles files = read(line);
    assertEquals(Set.of(line), files.providers().keySet());
    assertEquals(0, files.faults().size());
  }
}
