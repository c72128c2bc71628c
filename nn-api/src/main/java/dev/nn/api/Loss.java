package dev.nn.api;

import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * A loss: one number per row of a batch, from the prediction ŷ and the target y. The engine weighs
 * and reduces: the loss of a batch of n rows with weights wᵢ is Σ wᵢ ℓᵢ / n.
 */
public non-sealed interface Loss extends Plugin {

  /**
   * How many columns a target has for a prediction of so many columns.
   *
   * @throws ShapeException if no prediction of this loss has so many columns; the message says
   *     which do
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
   * network's output activation have a {@link #fuse closed form}. The engine warns of what is
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
   * @param prediction ŷ, n × predictionColumns
   * @param target y, n × {@code targetColumns(predictionColumns)}
   * @param lossPerRow receives ℓᵢ in its first n elements
   */
  void value(Matrix prediction, Matrix target, double[] lossPerRow);

  /**
   * Computes ∂ℓᵢ/∂ŷ for each row.
   *
   * @param prediction as in {@link #value}
   * @param target as in {@link #value}
   * @param gradient receives the gradient, n × predictionColumns
   */
  void gradient(Matrix prediction, Matrix target, Matrix gradient);

  /**
   * A closed form of this loss after the given output activation in terms of z, where there is one
   * that is faster or more exact than the composition: for sigmoid and binary cross-entropy ∂ℓ/∂z =
   * σ(z) − y, finite for every finite z.
   */
  default Optional<FusedLoss> fuse(Activation output) {
    return Optional.empty();
  }

  @Override
  default Loss withOptions(Options complete) {
    return this;
  }
}
