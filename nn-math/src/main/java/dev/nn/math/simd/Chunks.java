package dev.nn.math.simd;

import dev.nn.math.Matrix;

/**
 * Elementary functions of the elements of a matrix, a chunk at a time: it is copied to work space
 * of whole vectors and back, so that no loop has a tail and results may replace their arguments.
 * What a function does is cut into loops over the work space, in the first-level cache, because the
 * JIT compiler keeps vectors in registers only up to some size of a loop.
 */
final class Chunks {
  private static final int SIZE = 1024;

  /** Up to so many columns are gathered one by one, where rows lie so many times as far apart. */
  private static final int NARROW = 4;

  private final float[] x = new float[SIZE];
  private final float[] e = new float[SIZE];

  void exp(Matrix from, Matrix to) {
    apply(from, to, false);
  }

  void sigmoid(Matrix from, Matrix to) {
    apply(from, to, true);
  }

  private void apply(Matrix from, Matrix to, boolean isSigmoid) {
    if (from.columns() <= NARROW && from.stride() >= NARROW * from.columns()) {
      applyToColumns(from, to, isSigmoid);
      return;
    }
    int length = Runs.length(from, to);
    for (int run = 0; run < Runs.count(from, to); run++) {
      for (int done = 0; done < length; done += SIZE) {
        int count = Math.min(SIZE, length - done);
        System.arraycopy(from.data(), from.rowStart(run) + done, x, 0, count);
        apply(count, isSigmoid);
        System.arraycopy(x, 0, to.data(), to.rowStart(run) + done, count);
      }
    }
  }

  /** Column by column, so that a vector holds many rows and not one. */
  private void applyToColumns(Matrix from, Matrix to, boolean isSigmoid) {
    for (int j = 0; j < from.columns(); j++) {
      for (int first = 0; first < from.rows(); first += SIZE) {
        int count = Math.min(SIZE, from.rows() - first);
        copy(from.data(), from.rowStart(first) + j, from.stride(), x, 0, 1, count);
        apply(count, isSigmoid);
        copy(x, 0, 1, to.data(), to.rowStart(first) + j, to.stride(), count);
      }
    }
  }

  private static void copy(
      float[] from, int start, int step, float[] to, int target, int targetStep, int count) {
    for (int i = 0; i < count; i++) {
      to[target + i * targetStep] = from[start + i * step];
    }
  }

  /** For the first elements of x, and for what lies beyond them up to a whole vector. */
  private void apply(int count, boolean isSigmoid) {
    if (isSigmoid) {
      SigmoidLoops.negativeAbsolute(x, e, count);
      ExpLoop.apply(e, count);
      SigmoidLoops.sigmoid(x, e, count);
    } else {
      ExpLoop.apply(x, count);
    }
  }
}
