package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.search.SearchSpace;
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

/** What docs/search.md shows compiles and does what it says. */
@ResourceLock(Resources.SYSTEM_OUT)
class SearchGuideTest {
  @TempDir private Path folder;

  @Test
  void theProgramSearches() throws Exception {
    Page.compile(folder, "FindLayers", Page.of("docs/search.md").javaBlock("class FindLayers"));
    StringBuilder text = new StringBuilder("size,place,kind\n");
    for (int i = 0; i < 200; i++) {
      int size = i * 37 % 100;
      text.append("%s,%s,%s\n".formatted(size, i % 2 == 0 ? "town" : "farm", size > 50));
    }
    Path data = Files.writeString(folder.resolve("houses.csv"), text);
    Path journal = folder.resolve("houses.jsonl");
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("FindLayers")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {data.toString(), journal.toString()});
    } finally {
      System.setOut(stdout);
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.get(0).startsWith("trial  epochs  accuracy"), lines.get(0));
    assertEquals(8, lines.stream().filter(line -> line.matches("\\d+ .*")).count());
    assertTrue(lines.get(lines.size() - 1).startsWith("best: dense("), () -> "" + lines);
    assertEquals(9, Files.readAllLines(journal).size());
  }

  @Test
  void theSpaceOfSeveralLayersIsOne() throws Exception {
    String space =
        Page.of("docs/search.md")
            .text()
            .lines()
            .filter(line -> line.startsWith("{[dense"))
            .findFirst()
            .orElseThrow();
    assertTrue(SearchSpace.of("layers", space).sample(0, 1).specs("layers").size() >= 1);
  }
}
