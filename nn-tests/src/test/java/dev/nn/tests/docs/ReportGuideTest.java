package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/report.md shows compiles and does what it says. */
class ReportGuideTest {
  @TempDir private Path folder;

  @Test
  void theProgramWritesAReportAndAPicture() throws Exception {
    Page.compile(folder, "Houses", Page.of("docs/report.md").javaBlock("class Houses"));
    StringBuilder text = new StringBuilder("size,place,price\n");
    for (int i = 0; i < 300; i++) {
      int size = i * 37 % 100;
      int price = 3 * size + (i % 2 == 0 ? 40 : 0) + i * 7 % 11;
      text.append("%s,%s,%s\n".formatted(size, i % 2 == 0 ? "town" : "farm", price));
    }
    Path data = Files.writeString(folder.resolve("houses.csv"), text);
    Path report = folder.resolve("report.html");
    Path picture = folder.resolve("loss.svg");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      loader
          .loadClass("Houses")
          .getMethod("main", String[].class)
          .invoke(
              null, (Object) new String[] {data.toString(), report.toString(), picture.toString()});
    }
    String html = Files.readString(report);
    assertTrue(html.contains("<h1>The model is off by "));
    assertTrue(html.contains("id=\"residuals\""));
    assertTrue(Files.readString(picture).contains("<svg"));
  }
}
