package dev.nn.math.simd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Vectors stay in registers, whatever has run before: in {@link AllocatingKernels} every operation
 * is hot before the next has run at all, which is when the compiler of JDK 17 knows least of what
 * is to come. What it made objects of then, it would for as long as the process lives; {@link
 * Lanes} says why.
 */
@NeedsVectorModule
class VectorObjectsTest {
  @ParameterizedTest
  @CsvSource({"-, 16", "-, 64", "+, 16", "+, 32", "+, 64"})
  void noOperationMakesAnyOnceItIsCompiled(String tiers, int bytes) throws Exception {
    String found =
        OtherJvm.run(
            AllocatingKernels.class,
            "--add-modules=jdk.incubator.vector",
            "-Xbatch",
            "-XX:" + tiers + "TieredCompilation",
            "-XX:MaxVectorSize=" + bytes);
    assertTrue(found.matches("106 operations on \\d+-bit vectors"), found);
  }
}
