package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** What docs/tables.md shows compiles and does what it says. */
@ResourceLock(Resources.SYSTEM_OUT)
class TablesGuideTest {
  @TempDir private Path folder;

  @Test
  void theProgramTrainsJudgesSavesAndPredicts() throws Exception {
    Path model = folder.resolve("houses.safetensors");
    List<String> lines = printed("Houses", houses().toString(), model.toString());
    String line =
        "accuracy (0\\.9\\d+|1\\.0+) \\(.*\\), baseline 0\\.[45]\\d+ \\(.*\\), of 40 rows";
    assertTrue(lines.stream().anyMatch(each -> each.matches(line)), () -> all(lines));
    assertEquals(40, lines.stream().filter(each -> each.contains("{")).count());
    assertTrue(Files.size(model) > 0);
  }

  @Test
  void aDataFrameIsLearntAndPredicted() throws Exception {
    assertEquals(
        List.of("[cheap, cheap, cheap, cheap, dear, dear, dear, dear]"), printed("Frames"));
  }

  @Test
  void theVerdictTellsColumnsMistakesAndFolds() throws Exception {
    List<String> lines = printed("Verdict", houses().toString());
    assertTrue(lines.get(0).startsWith("accuracy "), () -> all(lines));
    assertTrue(lines.contains("column  accuracy lost  deviation"), () -> all(lines));
    assertTrue(
        lines.indexOf(find(lines, "size  +0\\.[2-6].*")) < lines.indexOf(find(lines, "place .*")),
        () -> all(lines));
    find(lines, "\\d of 40 rows are wrong");
    find(lines, "accuracy (0\\.9|1\\.0).*, standard error 0\\.0.*, baseline 0\\.[45].*");
  }

  private static String find(List<String> lines, String pattern) {
    return lines.stream()
        .filter(line -> line.matches(pattern))
        .findFirst()
        .orElseThrow(() -> new AssertionError(pattern + "\n" + all(lines)));
  }

  private static String all(List<String> lines) {
    return String.join("\n", lines);
  }

  private Path houses() throws IOException {
    StringBuilder text = new StringBuilder("size,place,kind\n");
    for (int i = 0; i < 200; i++) {
      int size = i * 37 % 100;
      text.append("%s,%s,%s\n".formatted(size, i % 2 == 0 ? "town" : "farm", size > 50));
    }
    return Files.writeString(folder.resolve("houses.csv"), text);
  }

  /** What a program of the page prints. */
  private List<String> printed(String program, String... arguments) throws Exception {
    Page.compile(folder, program, Page.of("docs/tables.md").javaBlock("class " + program));
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
}
