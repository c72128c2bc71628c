package dev.nn.tests.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link TrainingProgram} in a Java virtual machine of its own. */
final class Child {
  private Child() {}

  /**
   * What it prints.
   *
   * @param flags of the virtual machine
   * @param threads numbers of threads to train with
   */
  static List<String> run(List<String> flags, int... threads)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(System.getProperty("surefire.test.class.path", classPath));
    command.add(TrainingProgram.class.getName());
    for (int number : threads) {
      command.add(Integer.toString(number));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    List<String> output =
        new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
            .lines()
            .toList();
    assertEquals(0, process.waitFor(), () -> command + " failed: " + output);
    return output;
  }
}
