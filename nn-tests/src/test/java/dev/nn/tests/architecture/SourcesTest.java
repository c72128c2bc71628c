package dev.nn.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is gone from the classes is checked in the sources of all modules. */
class SourcesTest {
  /** Annotations of a package stand after its comment and before its name. */
  private static final Pattern NULL_MARKED_PACKAGE =
      Pattern.compile("(?m)^@NullMarked\\R(@.*\\R)*package [\\w.]+;");

  @Test
  void everyPackageOfMainCodeSaysThatNothingInItIsNull() throws IOException {
    Set<Path> packages = new TreeSet<>();
    Set<Path> marked = new TreeSet<>();
    for (Path file : mainSources()) {
      if (!file.endsWith("module-info.java")) {
        packages.add(file.getParent());
      }
      if (file.endsWith("package-info.java") && isMarked(file)) {
        marked.add(file.getParent());
      }
    }
    assertTrue(packages.size() >= 12, () -> "only " + packages);
    assertEquals(packages, marked);
  }

  /** The story of a package stands before its name. */
  @Test
  void everyPackageTellsItsStory() throws IOException {
    List<Path> infos =
        mainSources().stream().filter(file -> file.endsWith("package-info.java")).toList();
    assertTrue(infos.size() >= 12, () -> "only " + infos);
    for (Path info : infos) {
      assertTrue(Files.readString(info).startsWith("/**"), info::toString);
    }
  }

  private static final String TEXT = "\"(?:[^\"\\\\\n]|\\\\.)*\"";
  private static final String TEXTS = TEXT + "(?:\\s*\\+\\s*" + TEXT + ")*";

  /** A text with numbers in it that is formatted in the language of the user. */
  private static final Pattern LOCAL_NUMBERS =
      Pattern.compile(
          "(%1$s)\\s*\\.formatted\\(|(?:String\\.format|out\\.printf)\\(\\s*(%1$s)"
              .formatted(TEXTS));

  private static final Pattern NUMBER = Pattern.compile("%[-+ ,0(\\d.]*[dfeEgG]");

  private static List<String> localNumbers(String source) {
    return LOCAL_NUMBERS
        .matcher(source)
        .results()
        .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
        .filter(text -> NUMBER.matcher(text).find())
        .toList();
  }

  /** Persian and Arabic write other digits, German another decimal point. */
  @Test
  void numbersAreWrittenTheSameInEveryLanguage() throws IOException {
    assertEquals(
        List.of("\"a %d\"", "\"%s\"\n + \"%,.1f\"", "\"%+d\"", "\"%5.2f\""),
        localNumbers(
            "f(\"a %d\".formatted(1)); \"%s\"\n + \"%,.1f\"\n  .formatted(x, 2); \"%s\".formatted(3);"
                + " String.format(\"%+d\", 1); out.printf(\n\"%5.2f\", 1);"
                + " String.format(Locale.ROOT, \"%d\", 1);"));
    for (Path file : mainSources()) {
      assertEquals(
          List.of(), localNumbers(Files.readString(file)), () -> file + ": Locale.ROOT, or %s");
    }
  }

  /** Otherwise the command interpreter of Windows does not find every label. */
  @Test
  void theCommandForWindowsHasTheLineEndsOfWindows() throws IOException {
    String command = Files.readString(root().resolve("nn.cmd"));
    assertTrue(command.lines().count() > 10, command);
    assertEquals(command, command.replaceAll("\\R", "\r\n"));
  }

  private static boolean isMarked(Path packageInfo) throws IOException {
    return NULL_MARKED_PACKAGE.matcher(Files.readString(packageInfo)).find();
  }

  private static Path root() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  }

  private static List<Path> mainSources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root())) {
      for (Path module : modules.sorted().toList()) {
        Path main = module.resolve("src/main/java");
        if (Files.isRegularFile(module.resolve("pom.xml")) && Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    assertTrue(sources.size() >= 200, () -> sources.size() + " sources below " + root());
    return sources;
  }
}
