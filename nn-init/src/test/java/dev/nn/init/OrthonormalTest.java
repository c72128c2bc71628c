package dev.nn.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrthonormalTest {

  @Test
  void vectorIsMadeOrthogonalToThoseBeforeItAndOfLengthOne() {
    double[][] basis = {{1, 0, 0}, {0, 0, 1}, {5, -3, 7}};
    assertTrue(Orthonormal.extend(basis, 2));
    assertArrayEquals(new double[] {0, -1, 0}, basis[2]);
  }

  @Test
  void firstVectorIsOnlyScaled() {
    double[][] basis = {{3, -4}};
    assertTrue(Orthonormal.extend(basis, 0));
    assertArrayEquals(new double[] {0.6, -0.8}, basis[0], 1e-16);
  }

  @Test
  void vectorThatIsZeroOrDependsOnThoseBeforeItIsOfNoUse() {
    assertFalse(Orthonormal.extend(new double[][] {{1, 0}, {-2, 0}}, 1));
    assertFalse(Orthonormal.extend(new double[][] {{1, 0}, {0, 1}, {3, 4}}, 2));
    assertFalse(Orthonormal.extend(new double[][] {{1, 0}, {1, 1e-9}}, 1));
    assertFalse(Orthonormal.extend(new double[][] {{1, 0}, {1e6, 1e-3}}, 1));
    assertTrue(Orthonormal.extend(new double[][] {{1, 0}, {1e-6, 1e-3}}, 1));
    assertFalse(Orthonormal.extend(new double[][] {{0, 0}}, 0));
  }

  /** After one pass the error would be 1e-16/1e-7, the rounding over the sine of the angle. */
  @Test
  void nearlyDependentVectorBecomesOrthogonalToTheLastDigits() {
    double third = 1 / Math.sqrt(3);
    double[][] basis = {{third, third, third}, {1 + 1e-7, 1, 1 - 1e-7}};
    assertTrue(Orthonormal.extend(basis, 1));
    double dot = basis[1][0] * third + basis[1][1] * third + basis[1][2] * third;
    assertEquals(0, dot, 4e-16);
  }
}
