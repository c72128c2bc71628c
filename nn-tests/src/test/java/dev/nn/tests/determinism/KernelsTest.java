package dev.nn.tests.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights after training do not depend on the kernels, nor on the width of their vectors. */
class KernelsTest {
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";
  private static final String X86 = "amd64|x86_64";

  /** The kernels that ran. */
  private static String kernelsWithTheBitsOfTheRecord(String... flags) throws Exception {
    List<String> output = Child.run(List.of(flags), 2);
    for (Training training : Training.values()) {
      String line = TrainingProgram.line(training, 2, training.expected());
      assertTrue(output.contains(line), () -> "not " + line + "\nbut " + output);
    }
    return output.get(0);
  }

  @Test
  void scalarsThatWereAskedFor() throws Exception {
    assertEquals("scalar", kernelsWithTheBitsOfTheRecord(VECTORS, "-Dnn.kernels=scalar"));
  }

  @Test
  void scalarsWithoutTheVectorModule() throws Exception {
    assertEquals("scalar", kernelsWithTheBitsOfTheRecord());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:-UseFMA", "-XX:UseAVX=0"})
  @EnabledIfSystemProperty(named = "os.arch", matches = X86)
  void scalarsWithoutFusedMultiplyAdd(String flag) throws Exception {
    assertEquals("scalar", kernelsWithTheBitsOfTheRecord(VECTORS, flag));
  }

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = X86 + "|aarch64")
  void vectorsAsWideAsTheyAreHere() throws Exception {
    String kernels = kernelsWithTheBitsOfTheRecord(VECTORS);
    assertTrue(kernels.endsWith("-bit vectors"), kernels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:MaxVectorSize=16",
        "-XX:MaxVectorSize=32",
        "-XX:MaxVectorSize=64",
        "-XX:UseAVX=2"
      })
  @EnabledIfSystemProperty(named = "os.arch", matches = X86)
  void vectorsOfX86(String flag) throws Exception {
    String kernels = kernelsWithTheBitsOfTheRecord(VECTORS, flag);
    assertTrue(kernels.endsWith("-bit vectors"), kernels);
  }
}
