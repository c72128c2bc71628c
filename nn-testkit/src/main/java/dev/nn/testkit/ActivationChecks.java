package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;

/** The rules A1 to A10 for activations, each as a check of its own. */
public final class ActivationChecks {
  private static final int ROWS = 7;
  private static final int COLUMNS = 19;
  private static final int SWEEPS = 20;
  private static final float FAR = 1e4f;
  private static final float NEARLY_OVERFLOWN = Float.MAX_VALUE / 1024;

  private ActivationChecks() {}

  /**
   * A1: {@code forward} writes every element of a, nothing around it and nothing into z, whatever
   * the strides.
   */
  public static void forwardWritesItsResultOnly(Activation activation) {
    Matrix z = sample();
    Matrix expected = forward(activation, Samples.copy(z));
    Guarded guardedZ = Guarded.copyOf(z);
    Guarded a = Guarded.empty(ROWS, COLUMNS);
    activation.forward(guardedZ.matrix(), a.matrix());
    guardedZ.checkUnchanged(z, "A1: z of forward");
    a.checkWritten("A1: a of forward");
    Bits.same(expected, a.matrix(), "A1: forward with other strides");
    Matrix padded = Matrix.padded(ROWS, COLUMNS);
    z.copyTo(padded);
    Matrix result = Matrix.padded(ROWS, COLUMNS);
    activation.forward(padded, result);
    Bits.same(expected, result, "A1: forward with padded matrices");
  }

  /**
   * A2: {@code backward} writes every element of dz, nothing around it and nothing into z, a and
   * da, whatever the strides.
   */
  public static void backwardWritesItsResultOnly(Activation activation) {
    Matrix z = sample();
    Matrix a = forward(activation, z);
    Matrix da = gradient();
    Guarded guardedZ = Guarded.copyOf(z);
    Guarded guardedA = Guarded.copyOf(a);
    Guarded guardedDa = Guarded.copyOf(da);
    Matrix expected = backward(activation, Samples.copy(z), Samples.copy(a), Samples.copy(da));
    Guarded dz = Guarded.empty(ROWS, COLUMNS);
    activation.backward(guardedZ.matrix(), guardedA.matrix(), guardedDa.matrix(), dz.matrix());
    guardedZ.checkUnchanged(z, "A2: z of backward");
    guardedA.checkUnchanged(a, "A2: a of backward");
    guardedDa.checkUnchanged(da, "A2: da of backward");
    dz.checkWritten("A2: dz of backward");
    Bits.same(expected, dz.matrix(), "A2: backward with other strides");
  }

  /** A3: a batch without rows is no error. */
  public static void zeroRows(Activation activation) {
    Guarded nothing = Guarded.empty(0, COLUMNS);
    Matrix none = nothing.matrix();
    activation.forward(none, none);
    activation.backward(none, none, none, none);
    nothing.checkMargins("A3: zero rows");
  }

  /** A4: a may be z itself. */
  public static void forwardInPlace(Activation activation) {
    Matrix z = sample();
    Matrix expected = forward(activation, z);
    activation.forward(z, z);
    Bits.same(expected, z, "A4: forward where a is z");
  }

  /** A5: dz may be da itself. */
  public static void backwardInPlace(Activation activation) {
    Matrix z = sample();
    Matrix a = forward(activation, z);
    Matrix da = gradient();
    Matrix expected = backward(activation, z, a, da);
    activation.backward(z, a, da, da);
    Bits.same(expected, da, "A5: backward where dz is da");
  }

  /** A6: row i of the results depends on row i of the inputs only. */
  public static void rowsAreIndependent(Activation activation) {
    Matrix z = sample();
    Matrix da = gradient();
    Matrix a = forward(activation, z);
    Matrix dz = backward(activation, z, a, da);
    for (int i = 0; i < ROWS; i++) {
      Matrix zi = Samples.copy(z.rows(i, i + 1));
      Matrix ai = forward(activation, zi);
      Bits.same(a.rows(i, i + 1), ai, "A6: forward of row " + i + " alone");
      Matrix dzi = backward(activation, zi, ai, Samples.copy(da.rows(i, i + 1)));
      Bits.same(dz.rows(i, i + 1), dzi, "A6: backward of row " + i + " alone");
    }
  }

  /**
   * A7: {@code backward} agrees with central differences of {@code forward} everywhere between −8
   * and 8, on both sides of kinks.
   */
  public static void derivative(Activation activation) {
    Matrix da = Samples.uniform(3, 1, COLUMNS, -1, 1);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      Matrix z = Samples.sweep(sweep, SWEEPS, COLUMNS, -8, 8);
      Matrix a = forward(activation, z);
      Matrix dz = backward(activation, z, a, da);
      Matrix result = Matrix.zeros(1, COLUMNS);
      Slope.check(
          dz,
          z,
          () -> {
            activation.forward(z, result);
            return Samples.dot(da, result);
          },
          "A7: backward (sweep " + sweep + ")");
    }
  }

  /** A8: the loops over matrices give the bits of {@code value} and {@code derivative}. */
  public static void bulkEqualsScalar(Activation activation) {
    if (!(activation instanceof ElementwiseActivation elementwise)) {
      abort("A8: not elementwise, there is nothing to compare with");
      return;
    }
    Matrix z = Samples.stacked(sample(), specialValues());
    Matrix da = Samples.uniform(4, z.rows(), COLUMNS, -2, 2);
    Matrix a = forward(activation, z);
    Matrix dz = backward(activation, z, a, da);
    for (int i = 0; i < z.rows(); i++) {
      for (int j = 0; j < COLUMNS; j++) {
        float zij = z.get(i, j);
        float aij = elementwise.value(zij);
        Bits.same(aij, a.get(i, j), "A8: forward against value(" + zij + ")");
        float slope = elementwise.derivative(zij, aij);
        Bits.same(
            da.get(i, j) * slope, dz.get(i, j), "A8: backward against derivative(" + zij + ")");
      }
    }
  }

  /**
   * A9: results are finite at ±10⁴, unless the function itself leaves the range of floats before:
   * then it is infinite only where it was nearly so a little nearer to 0.
   */
  public static void finiteFarOut(Activation activation) {
    for (float far : new float[] {FAR, -FAR}) {
      Matrix z = Matrix.zeros(1, COLUMNS);
      z.set(0, COLUMNS / 2, far);
      Matrix a = forward(activation, z);
      if (isFinite(a)) {
        Matrix ones = Matrix.zeros(1, COLUMNS);
        ones.fill(1);
        Matrix dz = backward(activation, z, a, ones);
        assertTrue(isFinite(dz), "A9: the derivative at " + far + " is not finite");
      } else {
        overflow(activation, far);
        abort("A9: overflows by its nature before " + far);
      }
    }
  }

  private static void overflow(Activation activation, float far) {
    float finite = 0;
    float infinite = far;
    Matrix z = Matrix.zeros(1, COLUMNS);
    while (Math.abs(infinite - finite) > 1e-3) {
      float middle = finite + (infinite - finite) / 2;
      z.set(0, COLUMNS / 2, middle);
      if (isFinite(forward(activation, z))) {
        finite = middle;
      } else {
        infinite = middle;
      }
    }
    z.set(0, COLUMNS / 2, finite);
    float largest = 0;
    for (float value : forward(activation, z).row(0)) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest < NEARLY_OVERFLOWN) {
      fail("A9: not finite at %s, though still %s at %s".formatted(infinite, largest, finite));
    }
  }

  /** A10: where z is NaN, a is NaN. */
  public static void notANumberPropagates(Activation activation) {
    Matrix z = sample();
    z.set(2, 3, Float.NaN);
    Matrix a = forward(activation, z);
    assertTrue(Float.isNaN(a.get(2, 3)), "A10: the activation of NaN is " + a.get(2, 3));
  }

  static double[] trace(Activation activation) {
    Matrix z = sample();
    Matrix a = forward(activation, z);
    return Samples.numbers(a, backward(activation, z, a, gradient()));
  }

  private static Matrix sample() {
    return Samples.uniform(1, ROWS, COLUMNS, -6, 6);
  }

  private static Matrix gradient() {
    return Samples.uniform(2, ROWS, COLUMNS, -2, 2);
  }

  private static Matrix specialValues() {
    Matrix special = Matrix.zeros(1, COLUMNS);
    float[] values = {
      0, -0f, 1, -1, 20, -20, 90, -90, 1e-6f, -1e-6f, 3, -3, 6, 1e-30f, 0.5f, -0.5f
    };
    System.arraycopy(values, 0, special.data(), 0, values.length);
    return special;
  }

  private static boolean isFinite(Matrix matrix) {
    for (double number : Samples.numbers(matrix)) {
      if (!Double.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  static Matrix forward(Activation activation, Matrix z) {
    Matrix a = Matrix.zeros(z.rows(), z.columns());
    activation.forward(z, a);
    return a;
  }

  private static Matrix backward(Activation activation, Matrix z, Matrix a, Matrix da) {
    Matrix dz = Matrix.zeros(z.rows(), z.columns());
    activation.backward(z, a, da, dz);
    return dz;
  }
}
