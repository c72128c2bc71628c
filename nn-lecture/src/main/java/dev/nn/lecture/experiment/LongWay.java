package dev.nn.lecture.experiment;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;

/**
 * A loss that hides that it knows a short formula with the output's activation, so that the engine
 * goes from ∂ℓ/∂ŷ through g′ to ∂ℓ/∂z.
 */
record LongWay(Loss loss) implements Loss {
  @Override
  public String name() {
    return "lecture.long_way";
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
