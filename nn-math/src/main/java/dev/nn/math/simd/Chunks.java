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

  private final float[] x = new float[SIZE];
  private final float[] e = new float[SIZE];

  void exp(Matrix from, Matrix to) {
    int length = Runs.length(from, to);
    for (int run = 0; run < Runs.count(from, to); run++) {
      for (int done = 0; done < length; done += SIZE) {
        int count = Math.min(SIZE, length - done);
        System.arraycopy(from.data(), from.rowStart(run) + done, x, 0, count);
        ExpLoop.apply(x, count);
        System.arraycopy(x, 0, to.data(), to.rowStart(run) + done, count);
      }
    }
  }

  void sigmoid(Matrix from, Matrix to) {
    int length = Runs.length(from, to);
    for (int run = 0; run < Runs.count(from, to); run++) {
      for (int done = 0; done < length; done += SIZE) {
        int count = Math.min(SIZE, length - done);
        System.arraycopy(from.data(), from.rowStart(run) + done, x, 0, count);
        SigmoidLoops.negativeAbsolute(x, e, count);
        ExpLoop.apply(e, count);
        SigmoidLoops.sigmoid(x, e, count);
        System.arraycopy(x, 0, to.data(), to.rowStart(run) + done, count);
      }
    }
  }
}
