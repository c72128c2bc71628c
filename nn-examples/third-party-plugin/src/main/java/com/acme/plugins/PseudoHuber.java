package com.acme.plugins;

import dev.nn.api.Loss;
import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;

/** The mean of δ²·(√((e/δ)² + 1) − 1) over a row, where e is the error of one prediction. */
@NnPlugin
public record PseudoHuber(double delta) implements Loss {

  public PseudoHuber() {
    this(1);
  }

  public PseudoHuber {
    delta = Range.between(0.001, 1000).check("delta", delta);
  }

  @Override
  public String name() {
    return "acme.pseudo_huber";
  }

  @Override
  public String description() {
    return "mean of delta²·(√(((ŷ − y)/delta)² + 1) − 1)";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("delta", delta);
  }

  @Override
  public PseudoHuber withOptions(Options complete) {
    return new PseudoHuber(complete.real("delta"));
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < prediction.columns(); j++) {
        double error = ((double) prediction.get(i, j) - target.get(i, j)) / delta;
        sum += Math.sqrt(error * error + 1) - 1;
      }
      lossPerRow[i] = delta * delta * sum / prediction.columns();
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      for (int j = 0; j < prediction.columns(); j++) {
        double error = ((double) prediction.get(i, j) - target.get(i, j)) / delta;
        double slope = delta * error / Math.sqrt(error * error + 1);
        gradient.set(i, j, (float) (slope / prediction.columns()));
      }
    }
  }
}
