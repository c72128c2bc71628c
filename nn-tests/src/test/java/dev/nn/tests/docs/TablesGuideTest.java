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

/** What docs/tables.md shows compiles and does what it says. */
@ResourceLock(Resources.SYSTEM_OUT)
class TablesGuideTest {
  @TempDir private Path folder;

  @Test
  void theProgramTrainsJudgesSavesAndPredicts() throws Exception {
    Page.compile(folder, "Houses", Page.of("docs/tables.md").javaBlock("class Houses"));
    StringBuilder text = new StringBuilder("size,place,kind\n");
    for (int i = 0; i < 200; i++) {
      int size = i * 37 % 100;
      text.append("%s,%s,%s\n".formatted(size, i % 2 == 0 ? "town" : "farm", size > 50));
    }
    Path data = Files.writeString(folder.resolve("houses.csv"), text);
    Path model = folder.resolve("houses.safetensors");
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Houses")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {data.toString(), model.toString()});
    } finally {
      System.setOut(stdout);
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.matches("accuracy (0\\.9\\d+|1\\.0+), baseline 0\\.[45]\\d+, of 40 rows")),
        () -> String.join("\n", lines));
    assertEquals(40, lines.stream().filter(line -> line.contains("{")).count());
    assertTrue(Files.size(model) > 0);
  }
}
