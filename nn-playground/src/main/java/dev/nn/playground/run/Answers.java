package dev.nn.playground.run;

import dev.nn.math.Matrix;
import dev.nn.playground.recipe.Goal;

/** What the outputs of a network mean. */
final class Answers {
  private Answers() {}

  /** The class that a row of predictions names. */
  static int label(Matrix predictions, int row, Goal goal) {
    return goal.isBinary()
        ? predictions.get(row, 0) > goal.threshold() ? 1 : 0
        : largest(predictions, row);
  }

  private static int largest(Matrix predictions, int row) {
    int best = 0;
    for (int j = 1; j < predictions.columns(); j++) {
      if (predictions.get(row, j) > predictions.get(row, best)) {
        best = j;
      }
    }
    return best;
  }

  /** Between two classes, from −1 for the first to 1 for the second; 0 is the boundary. */
  static double side(Matrix predictions, int row, Goal goal) {
    if (!goal.isBinary()) {
      return predictions.get(row, 1) - predictions.get(row, 0);
    }
    double above = predictions.get(row, 0) - goal.threshold();
    return goal.threshold() == 0.5 ? 2 * above : above;
  }

  /** How far the largest output is above the next, between 0 and 1 for probabilities. */
  static double lead(Matrix predictions, int row) {
    int best = largest(predictions, row);
    double next = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < predictions.columns(); j++) {
      if (j != best) {
        next = Math.max(next, predictions.get(row, j));
      }
    }
    return predictions.get(row, best) - next;
  }
}
