package dev.nn.core.loss;

import dev.nn.api.FusedLoss;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * Categorical focal cross-entropy after a softmax or a log_softmax, in terms of z. With lⱼ = −log
 * pⱼ = log Σ e^zₖ − zⱼ it is α Σ yⱼ h(lⱼ), where h(l) = (1 − e^−l)^γ l.
 */
record SoftmaxFocalCrossentropy(CategoricalFocalCrossentropy loss) implements FusedLoss {
  @Override
  public void value(Matrix z, Matrix target, double[] lossPerRow) {
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      double logOfSum = LogSumExp.of(z, i);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        double y = loss.smooth(target.data()[ti + j], columns);
        double l = logOfSum - z.data()[zi + j];
        sum += y == 0 ? 0 : y * FocalFactor.value(missed(l), loss.gamma()) * l;
      }
      lossPerRow[i] = loss.alpha() * sum;
    }
  }

  /** As ∂lⱼ/∂zₖ is pₖ, less 1 for j = k, ∂ℓ/∂zₖ = α ( pₖ Σ yⱼ h′(lⱼ) − yₖ h′(lₖ) ). */
  @Override
  public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
    int columns = z.columns();
    for (int i = 0; i < z.rows(); i++) {
      int zi = z.rowStart(i);
      int ti = target.rowStart(i);
      int gi = gradient.rowStart(i);
      double logOfSum = LogSumExp.of(z, i);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        double y = loss.smooth(target.data()[ti + j], columns);
        sum += slope(logOfSum - z.data()[zi + j], y);
      }
      for (int j = 0; j < columns; j++) {
        double y = loss.smooth(target.data()[ti + j], columns);
        double l = logOfSum - z.data()[zi + j];
        gradient.data()[gi + j] =
            (float) (loss.alpha() * (FloatMath.exp((float) -l) * sum - slope(l, y)));
      }
    }
  }

  /** y h′(l). */
  private double slope(double l, double y) {
    if (y == 0) {
      return 0;
    }
    double missed = missed(l);
    return y
        * (FocalFactor.value(missed, loss.gamma())
            + FocalFactor.derivative(missed, loss.gamma()) * FloatMath.exp((float) -l) * l);
  }

  /** 1 − e^−l, where rounding may have left l a little below 0. */
  private static double missed(double l) {
    return -FloatMath.expm1((float) -Math.max(l, 0));
  }
}
