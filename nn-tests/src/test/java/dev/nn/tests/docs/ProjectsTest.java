package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.tests.project.LocalRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A {@code pom.xml} and the code that the same page shows, copied together into an empty folder,
 * build and run.
 */
class ProjectsTest {
  private static final Pattern POM = Pattern.compile("```xml\n(<project.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("^mvn (-q compile exec:java)$", Pattern.MULTILINE);
  private static final Pattern ACCURACY = Pattern.compile("test accuracy (0\\.\\d+|1\\.0)");
  private static final Pattern TESTS = Pattern.compile("Tests run: (\\d+), Failures: 0, Errors: 0");

  @TempDir private Path folder;

  @Test
  void theProgramOfTheReadmeRuns() throws Exception {
    Page readme = Page.of("README.md");
    write("pom.xml", first(POM, readme.text()));
    write("src/main/java/Digits.java", readme.javaBlock("class Digits"));
    String printed = maven(first(COMMAND, readme.text()).split(" "));
    assertTrue(Double.parseDouble(first(ACCURACY, printed)) > 0.95, printed);
  }

  @Test
  void thePluginOfTheGuideIsTestedAndPacked() throws Exception {
    Page guide = Page.of("docs/plugins.md");
    write("pom.xml", first(POM, guide.text()));
    write("src/main/java/Bent.java", "import dev.nn.api.*;\n" + guide.javaBlock("record Bent("));
    write("src/test/java/BentTest.java", guide.javaBlock("class BentTest"));
    String printed = maven("package");
    assertTrue(Integer.parseInt(first(TESTS, printed)) > 10, printed);
    assertTrue(Files.exists(folder.resolve("project/target/acme-activations-1.0.jar")), printed);
  }

  private String maven(String... arguments) throws Exception {
    LocalRepository repository = LocalRepository.install(folder.resolve("repository"));
    List<String> lines = repository.maven(folder.resolve("project"), arguments);
    return String.join("\n", lines);
  }

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve("project").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), () -> pattern + " is not in\n" + text);
    return matcher.group(1);
  }
}
