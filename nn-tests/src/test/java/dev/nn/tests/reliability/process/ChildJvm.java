package dev.nn.tests.reliability.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the Java of the tests with their class path. */
public final class ChildJvm {
  private ChildJvm() {}

  /** A process, not started yet; its errors come with its output. */
  public static ProcessBuilder of(List<String> options, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), mainClass));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Absolute, because the process may be started elsewhere. */
  private static String classPath() {
    List<String> places = new ArrayList<>();
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      places.add(Path.of(place).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, places);
  }

  /** What a process prints until it ends, and its status. */
  public static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes());
    return output + "status " + process.waitFor();
  }
}
