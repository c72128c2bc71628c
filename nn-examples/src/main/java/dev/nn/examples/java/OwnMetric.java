package dev.nn.examples.java;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.EpochRecord;
import dev.nn.math.Matrix;

/**
 * Uses a metric of one's own, the largest error, after each epoch and in the end. Any method that
 * takes predictions and targets will do.
 */
public final class OwnMetric {
  private OwnMetric() {}

  /** The largest |ŷ − y| over all examples. */
  private static double largestError(Matrix predictions, Matrix targets) {
    double largest = 0;
    for (int i = 0; i < targets.rows(); i++) {
      largest = Math.max(largest, Math.abs(predictions.get(i, 0) - targets.get(i, 0)));
    }
    return largest;
  }

  public static void main(String[] args) {
    Dataset sine = sine();
    Trainer trainer =
        Trainer.builder()
            .loss("mean_squared_error")
            .optimizer("adam(learning_rate=0.01)")
            .metric("largest_error", OwnMetric::largestError)
            .epochs(300)
            .build();
    Network network = Network.of(1, "dense(units=32, activation=tanh)", "dense(units=1)");
    TrainingResult result = trainer.fit(network, sine, sine);

    EpochRecord first = result.history().get(0);
    System.out.println(
        "largest error after the first epoch " + first.validationMetric("largest_error"));
    System.out.println(
        "largest error in the end " + result.model().evaluate(sine, OwnMetric::largestError));
  }

  private static Dataset sine() {
    double[][] angles = new double[200][1];
    double[] sines = new double[angles.length];
    for (int i = 0; i < sines.length; i++) {
      angles[i][0] = Math.PI * (i / 100.0 - 1);
      sines[i] = Math.sin(angles[i][0]);
    }
    return Dataset.regression(angles, sines);
  }
}
