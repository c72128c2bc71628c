package dev.nn.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.kernel.Kernels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other Java virtual machines, started with other flags: which kernels they choose, which bits. */
@NeedsVectorModule
class AnyVectorWidthTest {
  private static final String MODULE = "--add-modules=jdk.incubator.vector";

  /** Name and digest of the active kernels of a virtual machine with these flags. */
  private static String run(String... flags) throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(System.getProperty("surefire.test.class.path", classPath));
    command.add(KernelDigest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> command + " failed: " + output);
    return output.strip();
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64})
  void vectorsOfAnyWidthGiveTheBitsOfScalars(int bytes) throws Exception {
    String result = run(MODULE, "-XX:MaxVectorSize=" + bytes);
    assertTrue(result.contains("-bit vectors "), result);
    assertTrue(result.endsWith(" " + KernelDigest.of(Kernels.scalar())), result);
  }

  @Test
  void scalarsRunWithoutTheModule() throws Exception {
    assertEquals("scalar " + KernelDigest.of(Kernels.scalar()), run());
  }

  @Test
  void scalarsRunWhereAskedFor() throws Exception {
    assertTrue(run(MODULE, "-Dnn.kernels=scalar").startsWith("scalar "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:-UseFMA", "-XX:UseAVX=0"})
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
  void scalarsRunWithTheSameBitsWithoutFusedMultiplyAdd(String flag) throws Exception {
    assertEquals("scalar " + KernelDigest.of(Kernels.scalar()), run(MODULE, flag));
  }

  @Test
  void scalarsRunWithoutTheOptimisingCompiler() throws Exception {
    assertTrue(run(MODULE, "-XX:TieredStopAtLevel=1").startsWith("scalar "));
  }
}
