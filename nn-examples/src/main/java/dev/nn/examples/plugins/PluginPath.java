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
 * The jars and folders in which the user's own plugins are, and what is wrong with them. Java
 * itself says nothing about a jar that names no plugin.
 *
 * @param entries what can be loaded
 * @param errors what cannot be read, each with the reason
 * @param warnings what can be read but names no plugin; empty if anything names one
 */
public record PluginPath(List<Path> entries, List<String> errors, List<String> warnings) {
  private static final String EVERY_JAR = "*";

  private static final List<String> SERVICES =
      Arrays.stream(Kind.values())
          .map(kind -> "META-INF/services/" + kind.type().getName())
          .toList();

  /** What names something that is of use here. */
  private static final List<String> SIGNS =
      Stream.concat(
              SERVICES.stream(),
              Stream.of("module-info.class", "META-INF/services/java.sql.Driver"))
          .toList();

  /**
   * Looks at the entries of a path, which are jars, folders of jars, and folders of classes. As on
   * a class path, a folder may end with {@code *}. An entry without plugins is fine beside one that
   * has some, since the plugins may need it; so is one with a JDBC driver.
   */
  public static PluginPath of(String path) {
    List<Path> found = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    List<String> withoutPlugins = new ArrayList<>();
    boolean isPluginFound = false;
    for (String entry : entries(path)) {
      try {
        Path place = Path.of(withoutStar(entry));
        found.add(place);
        if (namesPlugin(place, entry.endsWith(EVERY_JAR))) {
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
    return new PluginPath(found, errors, isPluginFound ? List.of() : withoutPlugins);
  }

  /** Both, where it is enough if one of them has plugins. */
  public PluginPath and(PluginPath other) {
    boolean isPluginFound = hasPlugins() || other.hasPlugins();
    return new PluginPath(
        join(entries, other.entries),
        join(errors, other.errors),
        isPluginFound ? List.of() : join(warnings, other.warnings));
  }

  private boolean hasPlugins() {
    return !entries.isEmpty() && errors.isEmpty() && warnings.isEmpty();
  }

  private static <T> List<T> join(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<String> entries(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static String withoutStar(String entry) {
    return entry.endsWith(EVERY_JAR)
        ? entry.substring(0, entry.length() - EVERY_JAR.length())
        : entry;
  }

  private static boolean namesPlugin(Path place, boolean isFolder) throws IOException {
    boolean found = !isFolder && namesPlugin(place);
    if (found || !(isFolder || Files.isDirectory(place))) {
      return found;
    }
    List<Path> jars = jars(place);
    for (Path jar : jars) {
      try {
        found |= namesPlugin(jar);
      } catch (IOException e) {
        // One of several jars is left out with a warning when they are loaded.
        if (jars.size() == 1) {
          throw new IOException(jar.getFileName() + ": " + e.getMessage(), e);
        }
      }
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
      return SIGNS.stream().anyMatch(file -> Files.exists(path.resolve(file)));
    }
    if (!Files.exists(path)) {
      throw new IOException("there is no such file or folder");
    }
    try (ZipFile jar = new ZipFile(path.toFile())) {
      return SIGNS.stream().anyMatch(file -> jar.getEntry(file) != null);
    } catch (IOException e) {
      throw new IOException("it cannot be read as a jar: " + e.getMessage(), e);
    }
  }
}
