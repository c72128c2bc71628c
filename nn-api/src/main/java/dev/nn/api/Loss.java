package dev.nn.api;

import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * A loss: one number ℓ for each row of a batch, from the prediction ŷ and the target y; the lower,
 * the better the prediction.
 *
 * <p>A loss computes rows only. The engine weighs and reduces: the loss of a batch of n rows with
 * weights wᵢ is Σ wᵢ ℓᵢ / n. How a row's columns are reduced is the loss's own affair; those that
 * are built in take the mean or the sum, as their formulas say.
 *
 * <pre>{@code
 * public record Quartic() implements Loss {
 *   public String name() { return "acme.quartic"; }
 *   public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
 *     for (int i = 0; i < prediction.rows(); i++) {
 *       double sum = 0;
 *       for (int j = 0; j < prediction.columns(); j++) {
 *         double error = prediction.get(i, j) - target.get(i, j);
 *         sum += error * error * error * error;
 *       }
 *       lossPerRow[i] = sum;
 *     }
 *   }
 *   public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
 *     for (int i = 0; i < prediction.rows(); i++) {
 *       for (int j = 0; j < prediction.columns(); j++) {
 *         float error = prediction.get(i, j) - target.get(i, j);
 *         gradient.set(i, j, 4 * error * error * error);
 *       }
 *     }
 *   }
 * }
 * }</pre>
 */
public non-sealed interface Loss extends Plugin {

  /**
   * Returns how many columns a target has for a prediction of so many columns. They are as many
   * unless the loss says otherwise. One that predicts a mean and a variance for each target, for
   * instance, has half as many targets as predictions.
   *
   * @throws ShapeException if this loss cannot judge a prediction of so many columns; the message
   *     says which it can
   */
  default int targetColumns(int predictionColumns) {
    return predictionColumns;
  }

  /**
   * Checks the target of one row before training.
   *
   * @param target {@code targetColumns(predictionColumns)} numbers
   * @throws IllegalArgumentException for a value that this loss is not defined for; the message
   *     names the column, the value and the range, and the engine adds the row
   */
  default void checkTarget(float[] target) {}

  /**
   * Checks a prediction of a network that is about to be trained, unless this loss and the
   * network's output activation have a {@linkplain #fuse closed form}. The engine warns of what is
   * wrong, once, and trains on.
   *
   * @param prediction as many numbers as the network has outputs
   * @throws IllegalArgumentException for a value that this loss takes for something that it cannot
   *     be, such as a negative probability; the message names the column, the value and an output
   *     activation that fits
   */
  default void checkPrediction(float[] prediction) {}

  /**
   * Computes ℓᵢ for each row.
   *
   * @param prediction ŷ, n × prediction columns
   * @param target y, n × {@code targetColumns(prediction columns)}
   * @param lossPerRow receives ℓᵢ in its first n elements
   */
  void value(Matrix prediction, Matrix target, double[] lossPerRow);

  /**
   * Computes ∂ℓᵢ/∂ŷ for each row, without the weight of the row and without 1/n, which the engine
   * multiplies it by.
   *
   * @param prediction as in {@link #value}
   * @param target as in {@link #value}
   * @param gradient receives the gradient, n × prediction columns
   */
  void gradient(Matrix prediction, Matrix target, Matrix gradient);

  /**
   * Returns a closed form of this loss after the given output activation in terms of z, where there
   * is one that is faster or more exact than one after the other. For sigmoid and binary
   * cross-entropy it is ∂ℓ/∂z = σ(z) − y, which is finite for every finite z, even where σ(z)
   * rounds to 0 or 1.
   */
  default Optional<FusedLoss> fuse(Activation output) {
    return Optional.empty();
  }

  @Override
  default Loss withOptions(Options complete) {
    return this;
  }
}
