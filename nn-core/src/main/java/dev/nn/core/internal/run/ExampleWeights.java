package dev.nn.core.internal.run;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.message.Plural;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;
import java.util.List;

/** The weight of an example in training, which is its own weight times that of its class. */
final class ExampleWeights {
  private final Dataset data;
  private final List<Double> classWeights;

  /**
   * Checks the weights of the classes.
   *
   * @param classWeights the weights by class index; empty if all classes count the same
   * @throws DataException if there are not as many as classes
   */
  ExampleWeights(Dataset data, List<Double> classWeights) {
    int classes = data.targets() instanceof Targets.Binary ? 2 : data.targets().columns();
    if (!classWeights.isEmpty()) {
      check(data.targets(), classes, classWeights.size());
    }
    this.data = data;
    this.classWeights = classWeights;
  }

  private static void check(Targets targets, int classes, int weights) {
    if (targets instanceof Targets.Real || targets instanceof Targets.MultiLabel) {
      throw ClassWeights.notClasses(targets);
    }
    if (weights != classes) {
      throw new DataException(
          "%s %s given for %s classes: give one for each"
              .formatted(Plural.of(weights, "class weight"), weights == 1 ? "is" : "are", classes));
    }
  }

  /**
   * The weight of an example.
   *
   * @param target its target
   * @throws DataException if it is negative or not finite
   */
  double of(int row, float[] target) {
    double own = data.weight(row);
    double weight = classWeights.isEmpty() ? own : own * classWeights.get(classOf(target, row));
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new DataException(
          "row " + row + ": a weight must be at least 0 and finite, got " + weight);
    }
    return weight;
  }

  private int classOf(float[] target, int row) {
    if (!(data.targets() instanceof Targets.Binary)) {
      return Metrics.argMax(Matrix.rowOf(target), 0);
    }
    if (target[0] != 0 && target[0] != 1) {
      throw new DataException("row " + row + ": target " + target[0] + " is not 0 or 1");
    }
    return (int) target[0];
  }
}
