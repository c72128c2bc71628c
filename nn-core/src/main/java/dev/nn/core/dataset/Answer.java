package dev.nn.core.dataset;

import dev.nn.core.message.Plural;
import java.util.Arrays;

/** Turns the outputs of a network for one example into a class, if that is possible. */
final class Answer {
  private Answer() {}

  /**
   * Checks that a prediction can be turned into a label.
   *
   * @throws IllegalStateException if there is another number of outputs, or one is NaN
   */
  static void check(float[] prediction, int expected) {
    if (prediction.length != expected) {
      throw new IllegalStateException(
          "the network has %s, but the model has labels for %s"
              .formatted(
                  Plural.of(prediction.length, "output"),
                  expected == 1 ? "yes or no" : expected + " classes"));
    }
    for (int i = 0; i < prediction.length; i++) {
      if (Float.isNaN(prediction[i])) {
        throw new IllegalStateException(
            "output %s of the network is NaN, so the prediction is no answer; look for NaN or huge"
                    .formatted(i)
                + " numbers among the features and the weights; "
                + shown(prediction));
      }
    }
  }

  /** The place of the largest number, the first of equals. */
  static int largest(float[] prediction) {
    int largest = 0;
    for (int i = 1; i < prediction.length; i++) {
      if (prediction[i] > prediction[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  private static String shown(float[] prediction) {
    return "prediction "
        + Arrays.toString(Arrays.copyOf(prediction, Math.min(10, prediction.length)));
  }
}
