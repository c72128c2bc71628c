package dev.nn.tests.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Activation;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Predictions, targets and weights of a loss, one example a row.
 *
 * @param weights of the rows, if there are any
 */
public record LossInputs(float[][] predictions, float[][] targets, Optional<double[]> weights) {

  /**
   * Reads a case. A flat list holds one example an element, unless the one number that is expected
   * is no mean; where a number is expected for each element of a matrix, each is an example.
   */
  public static LossInputs of(JsonNode vector, Loss loss) {
    JsonNode inputs = vector.path("inputs");
    JsonNode expected = vector.path("expected").path("loss");
    float[][] predictions = rows(inputs.path("y_pred"));
    float[][] targets = rows(inputs.path("y_true"));
    boolean isNone = vector.path("setup").path("reduction").asText().equals("none");
    if (predictions.length == 1 && predictions[0].length > 1 && !(isNone && expected.isNumber())
        || Numbers.rank(expected) > 1) {
      predictions = asColumn(predictions);
      targets = asColumn(targets);
    }
    int columns = loss.targetColumns(predictions[0].length);
    if (targets.length == 1 && targets[0].length == predictions.length && columns > 1) {
      targets = oneHot(targets[0], columns);
    }
    JsonNode weights = inputs.path("sample_weight");
    return new LossInputs(predictions, targets, weights(weights, predictions.length));
  }

  /** The last dimension is a row. */
  private static float[][] rows(JsonNode node) {
    if (Numbers.rank(node) < 3) {
      return Numbers.rows(node);
    }
    float[][] rows = new float[0][];
    for (JsonNode element : node) {
      float[][] more = rows(element);
      float[][] all = Arrays.copyOf(rows, rows.length + more.length);
      System.arraycopy(more, 0, all, rows.length, more.length);
      rows = all;
    }
    return rows;
  }

  private static float[][] asColumn(float[][] rows) {
    float[] elements = Numbers.joined(rows);
    float[][] column = new float[elements.length][];
    for (int i = 0; i < elements.length; i++) {
      column[i] = new float[] {elements[i]};
    }
    return column;
  }

  private static float[][] oneHot(float[] labels, int classes) {
    float[][] rows = new float[labels.length][classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i][(int) labels[i]] = 1;
    }
    return rows;
  }

  private static Optional<double[]> weights(JsonNode node, int rows) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    double[] values = Numbers.flat(node);
    if (values.length == 1) {
      values = Numbers.widen(Networks.filled(rows, values[0]));
    }
    return Optional.of(values);
  }

  /** The mean Σ wᵢ ℓᵢ / n, the sum Σ wᵢ ℓᵢ, or the single wᵢ ℓᵢ. */
  public double[] reduce(double[] losses, String reduction) {
    double[] weighted = losses.clone();
    double sum = 0;
    double weightSum = 0;
    for (int i = 0; i < losses.length; i++) {
      double weight = weights.isPresent() ? weights.get()[i] : 1;
      weighted[i] *= weight;
      sum += weighted[i];
      weightSum += weight;
    }
    return switch (reduction) {
      case "none" -> weighted;
      case "sum" -> new double[] {sum};
      case "mean", "sum_over_batch_size" -> new double[] {sum / losses.length};
      case "mean_with_sample_weight" -> new double[] {sum / weightSum};
      default -> throw new IllegalArgumentException("unknown reduction " + reduction);
    };
  }

  /** Whether the loss takes the targets for training; its value may be defined for more. */
  public boolean trainable(Loss loss) {
    try {
      for (float[] target : targets) {
        loss.checkTarget(target);
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What a training step says of a network that passes the predictions on. */
  public static double batchLoss(
      PluginRegistry registry, Loss loss, Activation activation, LossInputs inputs) {
    Shape shape = Shape.of(inputs.predictions()[0].length);
    Spec layer = Networks.activationLayer(Spec.of(activation));
    Model model = Networks.model(registry, shape, List.of(layer.toString()));
    Dataset data = Dataset.regression(inputs.predictions(), inputs.targets());
    try (TrainingSession session =
        Networks.session(registry, model, loss, registry.optimizer("sgd"), data, data.rows(), 1)) {
      session.step();
      return session.batchLoss();
    }
  }
}
