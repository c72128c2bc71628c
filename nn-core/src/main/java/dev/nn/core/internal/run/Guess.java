package dev.nn.core.internal.run;

import dev.nn.api.Loss;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The loss of a guess that ignores the features: the share of each class for classes, and the mean
 * for numbers. A network that is no better after a while has learnt nothing. The loss is known
 * where that guess is the best one, which is the case for the cross-entropies and the squared
 * error.
 */
final class Guess {
  private static final Set<String> OF_PROBABILITIES =
      Set.of("binary_crossentropy", "categorical_crossentropy");
  private static final String OF_NUMBERS = "mean_squared_error";

  private final Targets targets;
  private final Loss loss;
  private final double[] sums;
  private final double[] squares;
  private double weights;
  private long rows;

  Guess(Targets targets, Loss loss) {
    this.targets = targets;
    this.loss = loss;
    this.sums = new double[targets.columns()];
    this.squares = new double[targets.columns()];
  }

  /** Counts an example with its weight. */
  void add(float[] target, double weight) {
    for (int i = 0; i < target.length; i++) {
      sums[i] += weight * target[i];
      squares[i] += weight * target[i] * target[i];
    }
    weights += weight;
    rows++;
  }

  /** Σ wᵢ ℓᵢ / n of the guess, or nothing if it is not known or there is nothing to guess. */
  OptionalDouble loss() {
    if (weights == 0) {
      return OptionalDouble.empty();
    }
    if (loss.name().equals(OF_NUMBERS)) {
      return OptionalDouble.of(variance());
    }
    boolean areProbabilities = OF_PROBABILITIES.contains(loss.name());
    return areProbabilities && !(targets instanceof Targets.Real)
        ? OptionalDouble.of(entropy())
        : OptionalDouble.empty();
  }

  private double variance() {
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += squares[i] - sums[i] * sums[i] / weights;
    }
    return sum / sums.length / rows;
  }

  /** The entropy, for which the loss itself is asked, because it may smooth the labels. */
  private double entropy() {
    Matrix guess = Matrix.zeros(1, sums.length);
    for (int i = 0; i < sums.length; i++) {
      guess.set(0, i, (float) (sums[i] / weights));
    }
    double sum = 0;
    if (sums.length == 1) {
      return (sums[0] * of(guess, 0, 1) + (weights - sums[0]) * of(guess, 0, 0)) / rows;
    }
    for (int k = 0; k < sums.length; k++) {
      sum += sums[k] == 0 ? 0 : sums[k] * of(guess, k, 1);
    }
    return sum / rows;
  }

  private double of(Matrix guess, int column, float value) {
    Matrix target = Matrix.zeros(1, sums.length);
    target.set(0, column, value);
    double[] result = new double[1];
    loss.value(guess, target, result);
    return result[0];
  }
}
