package dev.nn.testkit.measure;

import dev.nn.math.Matrix;
import java.util.Arrays;
import org.opentest4j.AssertionFailedError;

/**
 * A matrix in the middle of a larger array. Around it and between its rows lie canaries: NaNs that
 * show whether anybody has written there, and that spoil every result that is computed from them.
 */
public final class Guarded {
  private static final int CANARY = 0x7fc0beef;

  /**
   * Those around values that are given. What is computed from a NaN is the same NaN, so whoever
   * computes beyond the edge of both writes these in the place of the others.
   */
  private static final int GIVEN = 0x7fc0cafe;

  private static final int MARGIN = 5;
  private static final int GAP = 3;

  private final Matrix matrix;
  private final int canary;

  private Guarded(int canary, int rows, int columns) {
    int stride = columns + GAP;
    float[] data = new float[2 * MARGIN + rows * stride];
    Arrays.fill(data, Float.intBitsToFloat(canary));
    this.matrix = Matrix.view(data, MARGIN, rows, columns, stride);
    this.canary = canary;
  }

  /**
   * Returns a matrix that has canaries inside too, so that elements that were not written can be
   * told.
   */
  public static Guarded empty(int rows, int columns) {
    return new Guarded(CANARY, rows, columns);
  }

  public static Guarded copyOf(Matrix values) {
    Guarded copy = new Guarded(GIVEN, values.rows(), values.columns());
    values.copyTo(copy.matrix);
    return copy;
  }

  public Matrix matrix() {
    return matrix;
  }

  /** Fails unless every canary around the matrix is still there. */
  public void checkMargins(String what) {
    float[] data = matrix.data();
    for (int i = 0; i < data.length; i++) {
      int distance = i - matrix.offset();
      boolean inside =
          distance >= 0
              && distance < matrix.rows() * matrix.stride()
              && distance % matrix.stride() < matrix.columns();
      if (!inside && !isCanary(data[i])) {
        throw new AssertionFailedError(
            what + ": " + data[i] + " was written outside of the matrix, at index " + distance);
      }
    }
  }

  /** Fails unless every element was written, and nothing around the matrix. */
  public void checkWritten(String what) {
    checkMargins(what);
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        if (isCanary(matrix.get(i, j))) {
          throw new AssertionFailedError(
              what + ": nothing was written to row " + i + ", column " + j);
        }
      }
    }
  }

  /** Fails unless nothing was written anywhere. */
  public void checkUnchanged(Matrix values, String what) {
    checkMargins(what);
    Bits.same(values, matrix, what + " is an input and was changed");
  }

  private boolean isCanary(float value) {
    return Float.floatToRawIntBits(value) == canary;
  }
}
