package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Model;
import dev.nn.data.schema.Prediction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The programs with which the Javadoc and its packages begin compile and do what they say. */
@ResourceLock(Resources.SYSTEM_OUT)
class JavadocProgramsTest {
  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code\n(.*?)\n( \\* )?}</pre>", Pattern.DOTALL);
  private static final Pattern MARGIN = Pattern.compile("^ \\* ?", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void theProgramOfTheOverviewTrainsAndPrintsItsAccuracy() throws Exception {
    Page.compile(folder, "First", firstBlock("src/main/javadoc/overview.html"));
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = loader()) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("First")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(stdout);
    }
    String[] words = printed.toString(StandardCharsets.UTF_8).strip().split(" ");
    assertEquals("accuracy", words[1]);
    assertTrue(Double.parseDouble(words[2]) > 0.95, words[2]);
  }

  @Test
  void theProgramOfTheCoreLearnsExclusiveOr() throws Exception {
    Path file = folder.resolve("xor.safetensors");
    String block =
        firstBlock("nn-core/src/main/java/dev/nn/core/package-info.java")
            .replace("\"xor.safetensors\"", quoted(file));
    Model model =
        (Model) run("dev.nn.core.*, dev.nn.core.dataset.*, java.nio.file.*", block, "model");
    float[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    assertEquals("[0, 1, 1, 0]", model.predictLabels(inputs).toString());
    assertEquals(model.weightsSha256(), Model.load(file).weightsSha256());
  }

  @Test
  void theProgramOfTheDataLearnsFromATable() throws Exception {
    StringBuilder rows =
        new StringBuilder("sepal_length,sepal_width,petal_length,petal_width,species\n");
    for (int i = 0; i < 60; i++) {
      boolean small = i % 20 < 10;
      rows.append(
          "%s,%s,%s,%s,%s\n"
              .formatted(
                  5 + i % 20 / 10.0,
                  3.5 - i % 3 / 10.0,
                  small ? 1.4 : 4.6,
                  small ? 0.2 : 1.5,
                  small ? "setosa" : "other"));
    }
    Path table = Files.writeString(folder.resolve("iris.csv"), rows);
    String block =
        firstBlock("nn-data/src/main/java/dev/nn/data/package-info.java")
            .replace("\"iris.csv\"", quoted(table))
            .replace("\"iris.safetensors\"", quoted(folder.resolve("iris.safetensors")));
    Prediction one =
        (Prediction)
            run(
                "dev.nn.data.*, dev.nn.data.schema.*, dev.nn.data.table.*, java.nio.file.*, java.util.*",
                block,
                "one");
    assertEquals("setosa", one.label());
  }

  /** Runs a block, and returns one of its variables. */
  private Object run(String imports, String block, String variable) throws Exception {
    StringBuilder source = new StringBuilder();
    for (String name : imports.split(", ")) {
      source.append("import ").append(name).append(";\n");
    }
    source.append("public class Program {\n  public static Object run() throws Exception {\n");
    source.append(block).append("\n    return ").append(variable).append(";\n  }\n}\n");
    Page.compile(folder, "Program", source.toString());
    try (URLClassLoader loader = loader()) {
      return loader.loadClass("Program").getMethod("run").invoke(null);
    }
  }

  private URLClassLoader loader() throws Exception {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, JavadocProgramsTest.class.getClassLoader());
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\") + '"';
  }

  private static String firstBlock(String path) throws Exception {
    Page page = Page.of(path);
    Matcher block = BLOCK.matcher(page.text());
    assertTrue(block.find(), () -> page.file() + " has a block of code");
    return MARGIN.matcher(block.group(1)).replaceAll("");
  }
}
