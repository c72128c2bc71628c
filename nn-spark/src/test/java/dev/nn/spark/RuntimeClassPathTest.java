package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What nn-spark brings along, and what it meets. */
class RuntimeClassPathTest {
  private static final Pattern OURS = Pattern.compile(".*/(nn-[a-z]+)[-/][^/]*(?:\\.jar|/classes)");

  /** What nn-data reads numbers in texts with. Spark has it only inside of another jar. */
  private static final Pattern OF_OTHERS = Pattern.compile(".*/fastdoubleparser-[^/]*\\.jar");

  @Test
  void besideSparksOwnJarsThereAreOursAndOneThatSparkHasNot() throws IOException {
    String classPath = Files.readString(Path.of("target/runtime-class-path")).strip();
    Set<String> modules = new TreeSet<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      Matcher ours = OURS.matcher(entry.replace(File.separatorChar, '/'));
      if (!OF_OTHERS.matcher(entry.replace(File.separatorChar, '/')).matches()) {
        assertTrue(ours.matches(), entry);
        modules.add(ours.group(1));
      }
    }
    assertEquals(
        Set.of(
            "nn-activations",
            "nn-api",
            "nn-core",
            "nn-data",
            "nn-init",
            "nn-math",
            "nn-optim",
            "nn-search"),
        modules);
    assertEquals(
        1,
        Collections.list(
                getClass()
                    .getClassLoader()
                    .getResources("ch/randelshofer/fastdoubleparser/JavaDoubleParser.class"))
            .size());
  }

  /** The versions of Spark 4.2.0, with which all other tests of this module run. */
  @Test
  void theseTestsRunWithWhatExecutorsHave() {
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).getFileName().toString())
            .collect(Collectors.toList());
    assertTrue(
        jars.containsAll(
            List.of("guava-32.0.0-jre.jar", "jackson-core-2.21.2.jar", "slf4j-api-2.0.17.jar")),
        jars::toString);
    assertEquals(
        3,
        jars.stream().filter(jar -> jar.matches("(guava|jackson-core|slf4j-api)-\\d.*")).count());
  }
}
