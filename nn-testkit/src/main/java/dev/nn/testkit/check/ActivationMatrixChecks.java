package dev.nn.testkit.check;

import static dev.nn.testkit.bench.ActivationRuns.COLUMNS;
import static dev.nn.testkit.bench.ActivationRuns.ROWS;
import static dev.nn.testkit.bench.ActivationRuns.backward;
import static dev.nn.testkit.bench.ActivationRuns.forward;
import static dev.nn.testkit.bench.ActivationRuns.gradient;
import static dev.nn.testkit.bench.ActivationRuns.sample;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Guarded;
import dev.nn.testkit.measure.Samples;

/**
 * The rules A1 to A6 for activations, which concern how they go through matrices. Each is a
 * separate check. The other rules are in {@link ActivationChecks}.
 */
public final class ActivationMatrixChecks {
  private ActivationMatrixChecks() {}

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
   * da, whatever the strides; and it reads nothing but these, because other rows may have gone
   * forward in between.
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
    forward(activation, da);
    Bits.same(expected, backward(activation, z, a, da), "A2: backward after another forward");
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
}
