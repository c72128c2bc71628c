package dev.nn.core.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a virtual machine, in one that has it. */
class DoctorProcessesTest {
  @TempDir private Path folder;

  /** Loads the native libraries that it is given, then sees the doctor. */
  static final class Program {
    private Program() {}

    public static void main(String[] libraries) {
      for (String library : libraries) {
        System.load(library);
      }
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      Doctor.report().findings().forEach(out::println);
    }
  }

  private static String findings(Path javaHome, List<String> flags, String... libraries)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    command.addAll(List.of(libraries));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text;
  }

  private static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -ea                     | SIMD: SIMD is off: training and prediction run on scalar kernels (for vectors, run java with
          -Xint                   | JDK: Java runs without its optimising compiler: interpreted mode
          -XX:TieredStopAtLevel=1 | JDK: Java runs without its optimising compiler: mixed mode, emulated-client
          -Xmx100m                | memory: Java may use 9
          """)
  void flagsThatAreMissingOrWrong(String flag, String finding) throws Exception {
    List<String> flags = List.of(flag, "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=4");
    String findings = findings(home(), flags);
    assertTrue(findings.contains(finding), findings);
  }

  @Test
  void nothingIsSaidOfAVirtualMachineAsItShouldBe() throws Exception {
    String findings = findings(home(), List.of("--add-modules", "jdk.incubator.vector", "-Xmx1g"));
    assertTrue(findings.contains("built-ins: "), findings);
    List<String> others =
        findings.lines().filter(line -> line.matches("(JDK|memory|denormals): .*")).toList();
    assertEquals(List.of(), others);
  }

  @Test
  void anImageWithoutTheModuleOfVectors() throws Exception {
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    Path image = folder.resolve("image");
    int status =
        jlink.run(
            System.out, System.err, "--add-modules", "java.base", "--output", image.toString());
    assertEquals(0, status);
    String findings = findings(image, List.of("-Xmx1g"));
    assertTrue(
        findings.contains(
            "SIMD: SIMD is off, because this Java has no module jdk.incubator.vector"),
        findings);
  }

  /** Java 21 and later put right what such a library does when it is loaded. */
  @Test
  void aNativeLibraryForFastMathematics() throws Exception {
    assumeTrue(Runtime.version().feature() < 21, "this Java repairs it");
    Path source = Files.writeString(folder.resolve("fast.c"), "int nothing(void) {return 0;}\n");
    Path library = folder.resolve("fast.so");
    assumeTrue(isCompiled(source, library), "there is no C compiler that knows -ffast-math");
    String findings = findings(home(), List.of("-Xmx1g"), library.toString());
    assertTrue(
        findings.contains("denormals: this thread takes numbers below 2⁻¹⁰²² for 0"), findings);
  }

  private static boolean isCompiled(Path source, Path library) throws InterruptedException {
    try {
      return new ProcessBuilder(
                  "gcc",
                  "-shared",
                  "-fPIC",
                  "-ffast-math",
                  "-o",
                  library.toString(),
                  source.toString())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
