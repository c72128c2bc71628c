package dev.nn.examples.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginPathTest {
  private static final String SERVICE = "META-INF/services/dev.nn.api.Layer";

  @TempDir private Path folder;

  @Test
  void nothingIsWrongWithoutAPath() {
    assertFine("");
    assertFine(File.pathSeparator);
  }

  @Test
  void nothingIsWrongWithJarsAndFoldersThatNamePlugins() throws IOException {
    Path jar = jar("good.jar", SERVICE);
    Path classes = folder.resolve("classes");
    Files.createDirectories(classes.resolve(SERVICE).getParent());
    Files.createFile(classes.resolve(SERVICE));
    assertFine(jar + File.pathSeparator + classes);
    assertFine(folder + File.separator + "*");
  }

  @Test
  void aMissingEntryIsAnErrorThatNamesIt() throws IOException {
    Path good = jar("good.jar", SERVICE);
    Path missing = folder.resolve("cub.jar");
    PluginPath path = PluginPath.of(good + File.pathSeparator + missing);
    assertEquals(List.of(missing + ": there is no such file or folder"), path.errors());
    assertEquals(List.of(), path.warnings());
  }

  @Test
  void aMissingFolderOfJarsIsAnErrorThatNamesIt() {
    String all = folder.resolve("none") + File.separator + "*";
    assertEquals(List.of(all + ": there is no such folder"), PluginPath.of(all).errors());
  }

  @Test
  void aFileThatIsNoJarIsAnError() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no zip");
    String error = PluginPath.of(text.toString()).errors().get(0);
    assertTrue(error.startsWith(text + ": it cannot be read as a jar: "), error);
  }

  @Test
  void aJarWithoutPluginsIsAWarningThatSaysWhatIsMissing() throws IOException {
    Path library = jar("library.jar", "com/acme/Cube.class");
    PluginPath path = PluginPath.of(library.toString());
    assertEquals(List.of(), path.errors());
    assertEquals(
        List.of(
            library
                + " names no plugin: it has no META-INF/services/dev.nn.api.Activation, nor such"
                + " a file of another kind"),
        path.warnings());
  }

  @Test
  void aJarWithoutPluginsIsFineBesideOneThatNeedsIt() throws IOException {
    Path library = jar("library.jar", "com/acme/Cube.class");
    Path plugin = jar("plugin.jar", SERVICE);
    assertFine(library + File.pathSeparator + plugin);
  }

  @Test
  void aFolderOfJarsNeedsOnePlugin() throws IOException {
    jar("library.jar", "com/acme/Cube.class");
    String all = folder + File.separator + "*";
    assertEquals(1, PluginPath.of(all).warnings().size());
    jar("plugin.jar", SERVICE);
    assertFine(all);
  }

  private static void assertFine(String classPath) {
    PluginPath path = PluginPath.of(classPath);
    assertEquals(List.of(), path.errors());
    assertEquals(List.of(), path.warnings());
  }

  private Path jar(String name, String entry) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new ZipEntry(entry));
      jar.closeEntry();
    }
    return file;
  }

  @Test
  void aFileThatIsNoJarIsNamedInItsFolderAndDisablesNoOther() throws IOException {
    Path folderOfJars = Files.createDirectory(folder.resolve("jars"));
    Files.writeString(folderOfJars.resolve("broken.jar"), "no zip");
    String error = PluginPath.of(folderOfJars.toString()).errors().get(0);
    assertTrue(
        error.startsWith(folderOfJars + ": broken.jar: it cannot be read as a jar: "), error);
    Path plugin = jar("cube.jar", "META-INF/services/dev.nn.api.Activation");
    Files.copy(plugin, folderOfJars.resolve("cube.jar"));
    PluginPath path = PluginPath.of(folderOfJars.toString());
    assertEquals(List.of(), path.errors());
    assertEquals(List.of(folderOfJars), path.entries());
  }
}
