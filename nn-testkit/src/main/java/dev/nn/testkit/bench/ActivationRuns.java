package dev.nn.testkit.bench;

import dev.nn.api.Activation;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Samples;

/** Inputs for activations, and what they make of them. */
public final class ActivationRuns {
  public static final int ROWS = 7;
  public static final int COLUMNS = 19;

  private static final float[] TINY = {1e-7f, 1e-6f, 1e-5f, 1e-4f, 1e-3f, 0.01f, 0.03f, 0.1f, 0.3f};
  private static final float[] FAR = {8, 10, 15, 30, 100, 300, 1e3f, 1e4f, 1e6f};

  private ActivationRuns() {}

  public static Matrix forward(Activation activation, Matrix z) {
    Matrix a = Matrix.zeros(z.rows(), z.columns());
    activation.forward(z, a);
    return a;
  }

  public static Matrix backward(Activation activation, Matrix z, Matrix a, Matrix da) {
    Matrix dz = Matrix.zeros(z.rows(), z.columns());
    activation.backward(z, a, da, dz);
    return dz;
  }

  public static Matrix sample() {
    return sample(0);
  }

  private static Matrix sample(int turn) {
    return Samples.uniform(1 + 100L * turn, ROWS, COLUMNS, -6, 6);
  }

  public static Matrix gradient() {
    return gradient(ROWS);
  }

  public static Matrix gradient(int rows) {
    return Samples.uniform(2, rows, COLUMNS, -2, 2);
  }

  /**
   * Returns what is computed from ordinary inputs, from tiny ones and from some that are far out.
   */
  public static double[] trace(Activation activation, int turn) {
    Matrix z = Samples.stacked(sample(turn), Samples.stacked(bothSigns(TINY), bothSigns(FAR)));
    Matrix a = forward(activation, z);
    return Samples.numbers(a, backward(activation, z, a, gradient(z.rows())));
  }

  /** One row with 0 and each of the sizes on both sides of it. */
  private static Matrix bothSigns(float... sizes) {
    Matrix row = Matrix.zeros(1, COLUMNS);
    for (int j = 0; j < sizes.length; j++) {
      row.set(0, 2 * j, sizes[j]);
      row.set(0, 2 * j + 1, -sizes[j]);
    }
    return row;
  }
}
