package dev.nn.core.internal.architecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Layer;
import dev.nn.core.layer.Dense;
import dev.nn.core.layer.Flatten;
import dev.nn.math.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnLoopsTest {
  private record Cube(float factor) implements ElementwiseActivation {
    @Override
    public String name() {
      return "cube";
    }

    @Override
    public float value(float z) {
      return factor * z * z * z;
    }

    @Override
    public float derivative(float z, float a) {
      return 3 * factor * z * z;
    }
  }

  private record Double() implements ElementwiseActivation {
    @Override
    public String name() {
      return "double";
    }

    @Override
    public float value(float z) {
      return 2 * z;
    }

    @Override
    public float derivative(float z, float a) {
      return 2;
    }
  }

  /** Fills with 7 instead of calling its function. */
  private record Seven() implements ElementwiseActivation {
    @Override
    public String name() {
      return "seven";
    }

    @Override
    public float value(float z) {
      return z;
    }

    @Override
    public float derivative(float z, float a) {
      return 5;
    }

    @Override
    public void forward(Matrix z, Matrix a) {
      a.fill(7);
    }
  }

  private static Activation running(Activation g) {
    return OwnLoops.in(new Dense(3, g)).outputActivation().orElseThrow();
  }

  @Test
  void eachClassOfActivationsRunsThroughCodeOfItsOwn() {
    Activation cube = running(new Cube(1));
    Activation twice = running(new Double());
    assertTrue(cube.getClass().isHidden());
    assertNotEquals(cube.getClass(), twice.getClass());
    assertSame(cube.getClass(), running(new Cube(2)).getClass(), "one copy for a class");
  }

  /** Rows that begin at one place of all arrays or at several, with gaps between them or none. */
  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void theCopyComputesWhatTheActivationDoes(boolean inputsArePadded, boolean isPadded) {
    Cube g = new Cube(0.3f);
    Matrix z = matrix(inputsArePadded, new float[][] {{1, -2, 3.5f}, {0, -0f, Float.NaN}});
    Matrix da = matrix(inputsArePadded, new float[][] {{1, 2, 3}, {-4, 5, 6}});
    float[][] results = new float[4][];
    int i = 0;
    for (Activation activation : new Activation[] {g, running(g)}) {
      Matrix a = isPadded ? Matrix.padded(2, 3) : Matrix.zeros(2, 3);
      Matrix dz = isPadded ? Matrix.padded(2, 3) : Matrix.zeros(2, 3);
      activation.forward(z, a);
      activation.backward(z, a, da, dz);
      results[i++] = flat(a);
      results[i++] = flat(dz);
    }
    assertArrayEquals(results[0], results[2]);
    assertArrayEquals(results[1], results[3]);
    assertEquals(0.3f * 1 * 1 * 1, results[2][0]);
  }

  private static Matrix matrix(boolean isPadded, float[][] rows) {
    Matrix matrix = isPadded ? Matrix.padded(rows.length, rows[0].length) : Matrix.copyOf(rows);
    Matrix.copyOf(rows).copyTo(matrix);
    return matrix;
  }

  private static float[] flat(Matrix matrix) {
    float[] flat = new float[matrix.size()];
    for (int i = 0; i < matrix.rows(); i++) {
      System.arraycopy(matrix.row(i), 0, flat, i * matrix.columns(), matrix.columns());
    }
    return flat;
  }

  @Test
  void theCopyIsAnElementwiseActivationForLayersThatTakeNoOther() {
    ElementwiseActivation running = (ElementwiseActivation) running(new Cube(2));
    assertEquals(2 * 27f, running.value(3));
    assertEquals(6 * 9f, running.derivative(3, 0));
  }

  @Test
  void aLoopThatTheActivationHasItselfIsUsed() {
    Activation seven = running(new Seven());
    Matrix z = Matrix.zeros(1, 2);
    Matrix a = Matrix.zeros(1, 2);
    seven.forward(z, a);
    assertArrayEquals(new float[] {7, 7}, a.row(0));
    Matrix dz = Matrix.zeros(1, 2);
    seven.backward(z, a, a, dz);
    assertArrayEquals(new float[] {35, 35}, dz.row(0));
  }

  @Test
  void aLayerWithoutActivationsStaysAsItIs() {
    Layer layer = new Flatten();
    assertSame(layer, OwnLoops.in(layer));
  }

  @Test
  void nameAndOptionsAreThoseOfTheActivation() {
    Activation cube = running(new Cube(2));
    assertEquals("cube", cube.name());
    assertEquals(new Cube(2).options(), cube.options());
  }
}
