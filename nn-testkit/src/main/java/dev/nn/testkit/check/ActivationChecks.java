package dev.nn.testkit.check;

import static dev.nn.testkit.bench.ActivationRuns.COLUMNS;
import static dev.nn.testkit.bench.ActivationRuns.backward;
import static dev.nn.testkit.bench.ActivationRuns.forward;
import static dev.nn.testkit.bench.ActivationRuns.gradient;
import static dev.nn.testkit.bench.ActivationRuns.sample;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.FarOut;
import dev.nn.testkit.measure.Kink;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import dev.nn.testkit.measure.Slope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The rules A7 to A11 for activations, which concern the function and its derivative. Each is a
 * separate check. The other rules are in {@link ActivationMatrixChecks}.
 */
public final class ActivationChecks {
  private static final int SWEEPS = 20;
  private static final int MIDDLE = COLUMNS / 2;
  private static final float NEAR = 8;

  /** Places beyond the sweeps. They are not round numbers, where kinks usually are. */
  private static final float[] WIDE = {
    9.75f, 10.75f, 15.75f, 20.75f, 30.75f, 50.75f, 70.75f, 100.75f, 300.75f, 1000.75f, 3000.75f,
    10000.75f
  };

  private ActivationChecks() {}

  /**
   * A7: {@code backward} agrees with central differences of {@code forward} everywhere between −8
   * and 8, on both sides of kinks, and at places up to ±10⁴ if the value is finite there. At every
   * multiple of ¼ up to ±8, where kinks usually are, it must be one of the one-sided slopes,
   * between them, or 0.
   */
  public static void derivative(Activation activation) {
    List<String> undecided = new ArrayList<>();
    Matrix da = Samples.uniform(3, 1, COLUMNS, 0.5, 1.5);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      Matrix z = Samples.sweep(sweep, SWEEPS, COLUMNS, -NEAR, NEAR);
      Matrix a = forward(activation, z);
      Matrix dz = backward(activation, z, a, da);
      checkFinite(z, a, "A7: the value");
      checkFinite(z, dz, "A7: the derivative");
      Slope.check(dz, z, weightedSum(activation, z, da), "A7: backward (sweep " + sweep + ")")
          .ifPresent(undecided::add);
    }
    for (float size : WIDE) {
      farDerivative(activation, size).ifPresent(undecided::add);
      farDerivative(activation, -size).ifPresent(undecided::add);
    }
    for (Matrix z : places(1f / 4)) {
      Matrix dz = backward(activation, z, forward(activation, z), ones());
      Kink.check(dz, z, weightedSum(activation, z, ones()), "A7: backward");
    }
    Skip.ifAny(undecided);
  }

  private static Matrix ones() {
    Matrix ones = Matrix.zeros(1, COLUMNS);
    ones.fill(1);
    return ones;
  }

  private static Optional<String> farDerivative(Activation activation, float far) {
    Matrix z = withMiddle(sample().rows(0, 1), far);
    Matrix a = forward(activation, z);
    if (!isFinite(a)) {
      return Optional.empty();
    }
    Matrix da = withMiddle(Matrix.zeros(1, COLUMNS), 1);
    float claimed = backward(activation, z, a, da).get(0, MIDDLE);
    return Slope.checkAt(claimed, z, MIDDLE, weightedSum(activation, z, da), "A7: backward");
  }

  private static Supplier<double[]> weightedSum(Activation activation, Matrix z, Matrix da) {
    Matrix a = Matrix.zeros(z.rows(), z.columns());
    return () -> {
      activation.forward(z, a);
      return Samples.products(da, a);
    };
  }

  /** A8: the loops over matrices give the bits of {@code value} and {@code derivative}. */
  public static void bulkEqualsScalar(Activation activation) {
    if (!(activation instanceof ElementwiseActivation elementwise)) {
      throw new TestAbortedException("A8: not elementwise, there is nothing to compare with");
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
   * A9: values and derivatives are finite at ±20, ±90, ±10³ and ±10⁴. The rule is skipped for a
   * function that leaves the range of floats by its nature, as exponentials do: such a function
   * grows nearly to the largest float first, and is infinite only beyond. Its other side is checked
   * all the same.
   */
  public static void finiteFarOut(Activation activation) {
    FarOut.Numbers numbers = z -> valueAndDerivative(activation, z);
    List<String> overflows = new ArrayList<>();
    FarOut.overflow(NEAR, numbers, "A9").ifPresent(overflows::add);
    FarOut.overflow(-NEAR, numbers, "A9").ifPresent(overflows::add);
    Skip.unless(overflows.isEmpty(), "A9: " + String.join(", ", overflows));
  }

  private static double[] valueAndDerivative(Activation activation, float at) {
    Matrix z = withMiddle(Matrix.zeros(1, COLUMNS), at);
    Matrix a = forward(activation, z);
    Matrix da = withMiddle(gradient(1), 1);
    return Samples.numbers(a, backward(activation, z, a, da));
  }

  /** A10: where z is NaN, a is NaN. */
  public static void notANumberPropagates(Activation activation) {
    Matrix z = sample();
    z.set(2, 3, Float.NaN);
    Matrix a = forward(activation, z);
    Fail.unless(Float.isNaN(a.get(2, 3)), "A10: the activation of NaN is " + a.get(2, 3));
  }

  /**
   * A11: values and derivatives are finite at every multiple of 1/256 between −8 and 8 and next to
   * 0.
   */
  public static void finiteNearby(Activation activation) {
    List<Matrix> rows = places(1f / 256);
    rows.add(0, row(-0f, 1e-6f, -1e-6f, 1e-30f, -1e-30f, Float.MIN_VALUE, -Float.MIN_VALUE));
    for (Matrix z : rows) {
      Matrix a = forward(activation, z);
      checkFinite(z, a, "A11: the value");
      checkFinite(z, backward(activation, z, a, gradient(1)), "A11: the derivative");
    }
  }

  /** Rows that hold all multiples of a step between −8 and 8; what is left of the last is 0. */
  private static List<Matrix> places(float step) {
    List<Matrix> rows = new ArrayList<>();
    int last = Math.round(NEAR / step);
    for (int first = -last; first <= last; first += COLUMNS) {
      Matrix z = Matrix.zeros(1, COLUMNS);
      for (int j = 0; j < COLUMNS && first + j <= last; j++) {
        z.set(0, j, (first + j) * step);
      }
      rows.add(z);
    }
    return rows;
  }

  private static Matrix specialValues() {
    return row(0, -0f, 1, -1, 20, -20, 90, -90, 1e-6f, -1e-6f, 3, -3, 6, 1e-30f, 0.5f, -0.5f);
  }

  private static Matrix row(float... values) {
    Matrix row = Matrix.zeros(1, COLUMNS);
    System.arraycopy(values, 0, row.data(), 0, values.length);
    return row;
  }

  private static Matrix withMiddle(Matrix row, float value) {
    Matrix changed = Samples.copy(row);
    changed.set(0, MIDDLE, value);
    return changed;
  }

  private static boolean isFinite(Matrix row) {
    return FarOut.areFinite(Samples.numbers(row));
  }

  private static void checkFinite(Matrix z, Matrix result, String what) {
    for (int j = 0; j < COLUMNS; j++) {
      if (!Float.isFinite(result.get(0, j))) {
        throw new AssertionFailedError(
            "%s at z = %s is %s".formatted(what, z.get(0, j), result.get(0, j)));
      }
    }
  }
}
