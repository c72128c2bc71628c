package dev.nn.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.kernel.Kernels;
import java.io.IOException;
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
    return OtherJvm.run(KernelDigest.class, flags);
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
