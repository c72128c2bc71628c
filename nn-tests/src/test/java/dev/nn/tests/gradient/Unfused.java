package dev.nn.tests.gradient;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/** Another loss that never fuses with an activation. */
record Unfused(Loss loss) implements Loss {
  @Override
  public String name() {
    return "test.unfused";
  }

  @Override
  public int targetColumns(int predictionColumns) {
    return loss.targetColumns(predictionColumns);
  }

  @Override
  public void checkTarget(float[] target) {
    loss.checkTarget(target);
  }

  @Override
  public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
    loss.value(prediction, target, lossPerRow);
  }

  @Override
  public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    loss.gradient(prediction, target, gradient);
  }
}
