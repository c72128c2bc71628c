package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What docs/onnx.md shows compiles and does what it says. */
@ResourceLock(Resources.SYSTEM_OUT)
class OnnxGuideTest {
  @TempDir private Path folder;

  @Test
  void theModelComesBack() throws Exception {
    Page.compile(folder, "GoOutAndBack", Page.of("docs/onnx.md").javaBlock("class GoOutAndBack"));
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("GoOutAndBack")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {folder.resolve("model.onnx").toString()});
    } finally {
      System.setOut(stdout);
    }
    assertEquals("true", printed.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void theNodesOfAPluginCompile() throws Exception {
    Page.compile(folder, "CubeNodes", Page.of("docs/onnx.md").javaBlock("class CubeNodes"));
  }
}
