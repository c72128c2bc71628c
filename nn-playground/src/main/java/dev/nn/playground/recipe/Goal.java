package dev.nn.playground.recipe;

import dev.nn.api.Activation;
import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.ShapeException;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the last layer of a network has to be for its loss to tell classes apart.
 *
 * @param outputs the units of the last layer
 * @param isBinary whether the first output alone tells the two classes apart; otherwise there is
 *     one output for each class, and the largest wins
 * @param threshold above it, the first output means class 1
 * @param activation the last layer's activation as a spec
 */
public record Goal(int outputs, boolean isBinary, double threshold, String activation) {

  /**
   * Finds out what a loss needs by asking it, so that those of third parties are understood too.
   *
   * @param classes how many there are to be told apart
   * @throws NnException if the loss cannot tell classes apart
   */
  static Goal of(Loss loss, int classes, PluginRegistry registry) {
    for (int outputs = 1; outputs <= 2 * classes; outputs++) {
      int columns = targetColumns(loss, outputs);
      boolean isBinary = columns == 1 && classes == 2 && tellsApart(loss, outputs);
      if (isBinary || (columns == classes && outputs >= classes)) {
        double threshold = isBinary ? Metrics.thresholdFor(loss.name()) : 0;
        return new Goal(outputs, isBinary, threshold, activation(loss, outputs, registry));
      }
    }
    throw new NnException(
        "loss: %s cannot tell %s classes apart; take binary_crossentropy or categorical_crossentropy"
            .formatted(loss.name(), classes));
  }

  private static int targetColumns(Loss loss, int outputs) {
    try {
      return loss.targetColumns(outputs);
    } catch (ShapeException e) {
      return 0;
    }
  }

  /**
   * Whether one number is enough: with a larger one, class 1 must be likelier and class 0 less so.
   * For those that compare classes with each other, a single number means nothing.
   */
  private static boolean tellsApart(Loss loss, int outputs) {
    return value(loss, outputs, 0.9f, 1) < value(loss, outputs, 0.1f, 1)
        && value(loss, outputs, 0.1f, 0) < value(loss, outputs, 0.9f, 0);
  }

  private static double value(Loss loss, int outputs, float first, float target) {
    float[] prediction = new float[outputs];
    prediction[0] = first;
    double[] value = new double[1];
    loss.value(Matrix.rowOf(prediction), Matrix.rowOf(target), value);
    return value[0];
  }

  private static String activation(Loss loss, int outputs, PluginRegistry registry) {
    if (outputs > 1 && isFused(loss, "softmax", registry)) {
      return "softmax";
    }
    return isFused(loss, "sigmoid", registry) || !takesNegatives(loss, outputs)
        ? "sigmoid"
        : "identity";
  }

  private static boolean isFused(Loss loss, String name, PluginRegistry registry) {
    Activation activation = registry.activation(name);
    return !loss.fuse(activation).equals(Optional.empty());
  }

  private static boolean takesNegatives(Loss loss, int outputs) {
    float[] prediction = new float[outputs];
    Arrays.fill(prediction, -1);
    try {
      loss.checkPrediction(prediction);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
