package dev.nn.core.internal.engine;

/**
 * What the sums of a batch are divided by.
 *
 * @param dividesPenalties whether penalties on weights are divided by the number of rows of the
 *     batch, as in scikit-learn
 * @param byWeights whether the loss is divided by the sum of the weights of the examples instead of
 *     their number, as PyTorch's weighted losses are
 */
public record Averaging(boolean dividesPenalties, boolean byWeights) {
  /** Penalties are not divided, and losses by the number of examples, as in Keras. */
  public static final Averaging BY_ROWS = new Averaging(false, false);

  /** What the loss of a batch is divided by. */
  double divisor(BatchSource source, int rows) {
    if (!byWeights) {
      return rows;
    }
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += source.weight(i);
    }
    // Without any weight all losses are 0, whatever they are divided by.
    return sum > 0 ? sum : 1;
  }

  /** What a penalty counts in a batch. */
  double penaltyShare(int rows) {
    return dividesPenalties ? 1.0 / rows : 1;
  }
}
