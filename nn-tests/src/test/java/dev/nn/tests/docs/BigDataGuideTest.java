package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.data.TabularModel;
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

/** What docs/big-data.md shows compiles and does what it says. */
@ResourceLock(Resources.SYSTEM_OUT)
class BigDataGuideTest {
  @TempDir private Path folder;

  @Test
  void theProgramConvertsTrainsAndSaves() throws Exception {
    Page.compile(folder, "Trips", Page.of("docs/big-data.md").javaBlock("class Trips"));
    StringBuilder text = new StringBuilder("id,size,place,kind\n");
    for (int i = 0; i < 200; i++) {
      int size = i * 37 % 100;
      text.append("%s,%s,%s,%s\n".formatted(i, size, i % 2 == 0 ? "town" : "farm", size > 50));
    }
    Path data = Files.writeString(folder.resolve("trips.csv"), text);
    Path mapped = folder.resolve("trips.safetensors");
    Path model = folder.resolve("model.safetensors");
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      String[] arguments = {data.toString(), mapped.toString(), model.toString()};
      loader.loadClass("Trips").getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(stdout);
    }
    String line = printed.toString(StandardCharsets.UTF_8).strip();
    assertTrue(
        line.matches("200 rows, 3 features, yes or no: .*, mapped from .* [0-9a-f]{64}"), line);
    assertEquals(List.of("kind"), TabularModel.load(model).schema().targetColumns());
  }
}
