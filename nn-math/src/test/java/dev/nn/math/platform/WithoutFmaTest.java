package dev.nn.math.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What an application is told, in a virtual machine of its own. */
class WithoutFmaTest {

  /** A program that asks what it runs on. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      for (int i = 0; i < 3; i++) {
        System.out.println("runs on " + Acceleration.current());
      }
    }
  }

  private static String run(String... flags) throws Exception {
    String classPath = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(List.of(flags));
    builder.command().add("-cp");
    builder.command().add(System.getProperty("surefire.test.class.path", classPath));
    builder.command().add(Program.class.getName());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private static int count(String text, String output) {
    return output.split(text, -1).length - 1;
  }

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void itIsWarnedOfOnce() throws Exception {
    String output = run("-XX:-UseFMA");
    assertEquals(1, count("no fused multiply-add", output), output);
    assertEquals(3, count("runs on scalar kernels, multiply-adds in software", output), output);
  }

  @Test
  void nobodyIsWarnedWhereThereIsAnInstruction() throws Exception {
    String output = run();
    assertEquals(0, count("no fused multiply-add", output), output);
    assertTrue(output.contains("runs on scalar kernels (for vectors, run java with"), output);
  }

  @Test
  void theInterpreterHasTheInstructionToo() throws Exception {
    String output = run("-Xint", "--add-modules=jdk.incubator.vector");
    assertEquals(0, count("no fused multiply-add", output), output);
    assertTrue(output.contains("run java with its optimising compiler"), output);
  }
}
