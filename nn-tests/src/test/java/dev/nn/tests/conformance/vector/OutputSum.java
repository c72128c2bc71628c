package dev.nn.tests.conformance.vector;

import dev.nn.api.Loss;
import dev.nn.api.Options;
import dev.nn.math.Matrix;

/**
 * A loss without targets: ℓ = factor · Σⱼ ŷⱼ. The factor makes up for the engine's mean over the
 * rows where the other implementation has a sum.
 */
public record OutputSum(double factor) implements Loss {
  @Override
  public String name() {
    return "test.output_sum";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("factor", factor);
  }

  @Override
  public OutputSum withOptions(Options complete) {
    return new OutputSum(complete.real("factor"));
  }

  @Override
  public int targetColumns(int predictionColumns) {
    return 0;
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    for (int i = 0; i < prediction.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < prediction.columns(); j++) {
        sum += prediction.get(i, j);
      }
      lossPerRow[i] = factor * sum;
    }
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    gradient.fill((float) factor);
  }
}
