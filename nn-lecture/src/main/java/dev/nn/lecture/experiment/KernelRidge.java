package dev.nn.lecture.experiment;

import java.util.function.DoubleBinaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Kernel ridge regression with a Gaussian kernel: f(x) = Σ αᵢ k(x, xᵢ), k(x, x′) = exp(−‖x − x′‖² /
 * 2s²), where α solves (K + λ I) α = y for y = ±1.
 */
final class KernelRidge implements DoubleBinaryOperator {
  private static final double LAMBDA = 0.1;

  private final float[][] x;
  private final double width;
  private final DMatrixRMaj alpha;

  KernelRidge(Plane.Sample train, double width) {
    this.x = train.x();
    this.width = width;
    int n = x.length;
    DMatrixRMaj kernel = new DMatrixRMaj(n, n);
    DMatrixRMaj y = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      y.set(i, 0, 2 * train.y()[i] - 1);
      for (int j = 0; j < n; j++) {
        kernel.set(i, j, k(x[i][0], x[i][1], x[j]) + (i == j ? LAMBDA : 0));
      }
    }
    this.alpha = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.solve(kernel, y, alpha);
  }

  private double k(double x1, double x2, float[] other) {
    double d1 = x1 - other[0];
    double d2 = x2 - other[1];
    return StrictMath.exp(-(d1 * d1 + d2 * d2) / (2 * width * width));
  }

  @Override
  public double applyAsDouble(double x1, double x2) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += alpha.get(i, 0) * k(x1, x2, x[i]);
    }
    return sum;
  }
}
