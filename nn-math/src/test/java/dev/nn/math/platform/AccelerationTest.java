package dev.nn.math.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.kernel.Kernels;
import org.junit.jupiter.api.Test;

class AccelerationTest {
  private static final String ADVICE =
      "for vectors, run java with --add-modules jdk.incubator.vector";

  @Test
  void vectorsAreToldWithTheirWidth() {
    Acceleration vectors = new Acceleration(256, true, "jdk.incubator.vector is there");
    assertTrue(vectors.usesVectors());
    assertEquals("256-bit vectors (jdk.incubator.vector is there)", vectors.toString());
  }

  @Test
  void scalarsAreToldWithWhatToType() {
    assertEquals("scalar kernels (" + ADVICE + ")", new Acceleration(0, true, ADVICE).toString());
  }

  @Test
  void multiplyAddsInSoftwareAreTold() {
    assertEquals(
        "scalar kernels, multiply-adds in software (a reason)",
        new Acceleration(0, false, "a reason").toString());
  }

  @Test
  void theCurrentOneIsThatOfTheActiveKernels() {
    Acceleration current = Acceleration.current();
    assertEquals(Kernels.active().name().equals("scalar"), !current.usesVectors());
    assertEquals(Kernels.reason(), current.reason());
  }
}
