package dev.nn.core.loss;

/** Checks of predictions that several losses share. NaN is none of their business. */
final class PredictionChecks {
  private PredictionChecks() {}

  /** No number is outside of 0 to 1. */
  static void probabilities(float[] prediction, String activation) {
    for (int j = 0; j < prediction.length; j++) {
      if (prediction[j] < 0 || prediction[j] > 1) {
        throw new IllegalArgumentException(
            "prediction %s in column %s is no probability; give the last layer activation=%s"
                .formatted(prediction[j], j, activation));
      }
    }
  }

  /** No number is negative. */
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
