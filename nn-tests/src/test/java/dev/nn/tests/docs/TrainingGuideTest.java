package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What docs/training.md shows compiles and does what it says. */
@ResourceLock(Resources.SYSTEM_OUT)
class TrainingGuideTest {
  @TempDir private Path folder;

  private List<String> linesOf(String program, String... arguments) throws Exception {
    Page.compile(folder, program, Page.of("docs/training.md").javaBlock("class " + program));
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(stdout);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aRunIsWatchedAndEndsInTime() throws Exception {
    Path log = folder.resolve("run.csv");
    List<String> lines = linesOf("Watched", log.toString());
    assertTrue(lines.get(0).startsWith("epoch "), lines::toString);
    List<String> logged = Files.readAllLines(log);
    int epochs = logged.size() - 1;
    assertTrue(epochs < 40, "ended early");
    String result = lines.get(1 + epochs);
    assertTrue(
        result.startsWith(
            "stopped early after %s epochs with the weights of epoch %s, loss "
                .formatted(epochs, epochs - 5)),
        result);
    assertTrue(lines.get(2 + epochs).startsWith("layer "), lines::toString);
    assertTrue(lines.get(lines.size() - 1).matches("total +2,410"), "and no advice: " + lines);
  }

  @Test
  void theSuggestedRateLearns() throws Exception {
    List<String> lines = linesOf("Rates");
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("the loss falls fastest at ")),
        lines::toString);
    String last = lines.get(lines.size() - 1);
    assertTrue(last.matches("completed after 5 epochs, loss 0\\.[0-4].*"), last);
  }

  @Test
  void classesCanBeWeighed() throws Exception {
    assertEquals(List.of("ill ill"), linesOf("Weights"));
  }

  @Test
  void labelsHaveNames() throws Exception {
    assertEquals(List.of("[right, up]", "[up]", "[right, up]"), linesOf("Labels"));
  }
}
