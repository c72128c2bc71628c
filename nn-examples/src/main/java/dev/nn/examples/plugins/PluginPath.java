package dev.nn.examples.plugins;

import dev.nn.api.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds out what is wrong with the class path of the user's own plugins. Java itself says nothing
 * about an entry that does not exist or cannot be read.
 *
 * @param errors the entries that cannot be read, each with the reason
 * @param warnings the entries that can be read but name no plugin; empty if any entry names one
 */
public record PluginPath(List<String> errors, List<String> warnings) {
  private static final String EVERY_JAR = "*";

  private static final List<String> SERVICES =
      Arrays.stream(Kind.values())
          .map(kind -> "META-INF/services/" + kind.type().getName())
          .toList();

  /**
   * Looks at the entries of a class path. One that ends with {@code *} stands for all jars of a
   * folder. An entry without plugins is fine beside one that has some, since the plugins may need
   * it.
   */
  public static PluginPath of(String classPath) {
    List<String> errors = new ArrayList<>();
    List<String> withoutPlugins = new ArrayList<>();
    boolean isPluginFound = false;
    for (String entry : entries(classPath)) {
      try {
        if (namesPlugin(entry)) {
          isPluginFound = true;
        } else {
          withoutPlugins.add(
              "%s names no plugin: it has no %s, nor such a file of another kind"
                  .formatted(entry, SERVICES.get(0)));
        }
      } catch (IOException | InvalidPathException e) {
        errors.add(entry + ": " + e.getMessage());
      }
    }
    return new PluginPath(errors, isPluginFound ? List.of() : withoutPlugins);
  }

  private static List<String> entries(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static boolean namesPlugin(String entry) throws IOException {
    if (!entry.endsWith(EVERY_JAR)) {
      return namesPlugin(Path.of(entry));
    }
    String folder = entry.substring(0, entry.length() - EVERY_JAR.length());
    boolean found = false;
    for (Path jar : jars(Path.of(folder))) {
      found |= namesPlugin(jar);
    }
    return found;
  }

  private static List<Path> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no such folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
          .toList();
    }
  }

  private static boolean namesPlugin(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return SERVICES.stream().anyMatch(file -> Files.exists(path.resolve(file)));
    }
    if (!Files.exists(path)) {
      throw new IOException("there is no such file or folder");
    }
    try (ZipFile jar = new ZipFile(path.toFile())) {
      return SERVICES.stream().anyMatch(file -> jar.getEntry(file) != null);
    } catch (IOException e) {
      throw new IOException("it cannot be read as a jar: " + e.getMessage(), e);
    }
  }
}
