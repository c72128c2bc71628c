package dev.nn.core.loss;

/**
 * Checks of predictions that several losses share. They let NaN pass, which is noticed elsewhere.
 */
final class PredictionChecks {
  private PredictionChecks() {}

  /** Checks that no number is outside [0, 1]. */
  static void probabilities(float[] prediction, String activation) {
    for (int j = 0; j < prediction.length; j++) {
      if (prediction[j] < 0 || prediction[j] > 1) {
        throw new IllegalArgumentException(
            "prediction %s in column %s is no probability; give the last layer activation=%s"
                .formatted(prediction[j], j, activation));
      }
    }
  }

  /** Checks that no number is negative. */
  static void notNegative(float[] prediction, String activation) {
    for (int j = 0; j < prediction.length; j++) {
      if (prediction[j] < 0) {
        throw new IllegalArgumentException(
            "prediction %s in column %s is negative; give the last layer activation=%s"
                .formatted(prediction[j], j, activation));
      }
    }
  }
}
