package dev.nn.optim;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;

/**
 * The iteration X ← a·X + b·(XXᵀ)X + c·(XXᵀ)²X, which draws the singular values of X towards 1 and
 * leaves its singular vectors as they are. It costs products of matrices only.
 */
record NewtonSchulz(double a, double b, double c, long steps) {
  private static final Kernels KERNELS = Kernels.active();

  /** Keras' constant: it keeps a matrix of zeros from being divided by 0. */
  private static final double LEAST_NORM = 1e-7;

  /** Replaces a matrix by what the iteration makes of it, divided by its norm before. */
  void apply(Matrix x) {
    scale(x, 1 / (norm(x) + LEAST_NORM));
    boolean isTall = x.rows() > x.columns();
    int size = Math.min(x.rows(), x.columns());
    Matrix gram = Matrix.zeros(size, size);
    Matrix polynomial = Matrix.zeros(size, size);
    Matrix next = Matrix.zeros(x.rows(), x.columns());
    for (long step = 0; step < steps; step++) {
      // X·(XᵀX) is (XXᵀ)·X, and the smaller of the two squares is cheaper.
      if (isTall) {
        KERNELS.transposedProduct(x, x, gram);
      } else {
        KERNELS.productTransposed(x, x, gram);
      }
      KERNELS.product(gram, gram, polynomial);
      combine(gram, polynomial);
      if (isTall) {
        KERNELS.product(x, polynomial, next);
      } else {
        KERNELS.product(polynomial, x, next);
      }
      next.copyTo(x);
    }
  }

  /** P ← a·I + b·G + c·P. */
  private void combine(Matrix gram, Matrix polynomial) {
    float ofGram = (float) b;
    float ofSquare = (float) c;
    float[] g = gram.data();
    float[] p = polynomial.data();
    for (int row = 0; row < gram.rows(); row++) {
      int start = gram.rowStart(row);
      for (int i = start; i < start + gram.columns(); i++) {
        p[i] = ofGram * g[i] + ofSquare * p[i];
      }
      p[start + row] += (float) a;
    }
  }

  private static double norm(Matrix x) {
    double sum = 0;
    for (int row = 0; row < x.rows(); row++) {
      int start = x.rowStart(row);
      for (int i = start; i < start + x.columns(); i++) {
        sum += (double) x.data()[i] * x.data()[i];
      }
    }
    return Math.sqrt(sum);
  }

  private static void scale(Matrix x, double factor) {
    for (int row = 0; row < x.rows(); row++) {
      int start = x.rowStart(row);
      for (int i = start; i < start + x.columns(); i++) {
        x.data()[i] = (float) (x.data()[i] * factor);
      }
    }
  }
}
