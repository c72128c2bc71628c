package dev.nn.tests.conformance.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Golden numbers of a module: {@code [sections]} of lines of numbers. The header says which library
 * made them; a comment {@code # library:} in a section says it for that section alone.
 *
 * @param script that wrote the file
 * @param library with its version
 * @param sections in the order of the file
 */
record GoldenFile(String script, String library, List<Section> sections) {
  private static final Pattern VERSION = Pattern.compile("([A-Za-z][\\w-]*) (\\d[\\w.]*)");

  /**
   * Numbers of one configuration.
   *
   * @param title what stands in brackets, a spec in most files
   * @param oracle the library, its version and, where it is known, its function
   */
  record Section(String title, String oracle, List<double[]> lines) {}

  /** Files in a module's folder {@code src/test/resources/golden}. */
  static List<GoldenFile> read(String module, String... names) {
    return Stream.of(names).map(name -> read(module, name)).toList();
  }

  private static GoldenFile read(String module, String name) {
    List<String> text = lines(root().resolve(module), name);
    String script = module + "/" + after(text.get(0), "# Script: ");
    String library = after(text.get(1), "# Library: ").replaceFirst("(, float64)?;.*", "");
    List<Section> sections = new ArrayList<>();
    for (String line : text) {
      if (line.startsWith("[")) {
        sections.add(new Section(line.substring(1, line.length() - 1), library, new ArrayList<>()));
      } else if (line.startsWith("# library: ")) {
        Section last = sections.remove(sections.size() - 1);
        String oracle = withVersions(after(line, "# library: "), library);
        sections.add(new Section(last.title(), oracle, last.lines()));
      } else if (!line.startsWith("#")) {
        if (sections.isEmpty()) {
          sections.add(new Section("", library, new ArrayList<>()));
        }
        sections
            .get(sections.size() - 1)
            .lines()
            .add(Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return new GoldenFile(script, library, List.copyOf(sections));
  }

  /** {@code PyTorch mse_loss} becomes {@code PyTorch 1.13 mse_loss}, the library being known. */
  static String withVersions(String oracle, String library) {
    String result = oracle;
    for (MatchResult version : VERSION.matcher(library).results().toList()) {
      result = result.replaceFirst("\\b" + version.group(1) + "\\b(?! \\d)", version.group());
    }
    return result;
  }

  /** The folder with the parent POM. */
  static Path root() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  }

  private static List<String> lines(Path module, String name) {
    try {
      return Files.readAllLines(module.resolve("src/test/resources/golden").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String after(String line, String start) {
    if (!line.startsWith(start)) {
      throw new IllegalArgumentException("wanted \"" + start + "…\", got \"" + line + "\"");
    }
    return line.substring(start.length());
  }
}
