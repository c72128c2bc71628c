package dev.nn.core;

import dev.nn.api.Loss;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds data that does not fit before the first step. */
final class DataCheck {
  private static final Logger LOG = LoggerFactory.getLogger(DataCheck.class);

  private DataCheck() {}

  /**
   * @param role {@code training} or {@code validation}, for messages
   */
  static void check(Network network, Loss loss, Dataset data, String role) {
    if (data.rows() == 0) {
      throw new DataException("the " + role + " set is empty");
    }
    if (!data.shape().equals(network.inputShape())) {
      throw new ShapeException(
          "the network takes examples of shape %s, the %s set has %s"
              .formatted(network.inputShape(), role, data.shape()));
    }
    checkWidth(network, loss, data, role);
    checkValues(loss, data, role);
  }

  /** Finds built-in metrics that cannot compare such predictions with such targets. */
  static void checkMetrics(Map<String, Metric> metrics, int outputs, Targets targets) {
    Matrix predictions = Matrix.zeros(0, outputs);
    Matrix expected = Matrix.zeros(0, targets.columns());
    metrics.forEach(
        (name, metric) -> {
          try {
            double unused = metric.of(predictions, expected);
          } catch (ShapeException e) {
            throw new ShapeException(
                "the metric %s cannot be used: %s".formatted(name, e.getMessage()));
          } catch (RuntimeException e) {
            // A metric of the user's that wants rows: it will get some.
            LOG.debug("the metric {} cannot be tried without rows", name, e);
          }
        });
  }

  private static void checkWidth(Network network, Loss loss, Dataset data, String role) {
    int outputs = network.outputShape().size();
    int expected = targetColumns(network, loss, outputs);
    int found = data.targets().columns();
    if (expected != found) {
      throw new ShapeException(
          "%s gives %d values, for which %s needs targets with %d columns, but the %s set has %s"
              .formatted(
                  network.architecture().last().label(),
                  outputs,
                  loss.name(),
                  expected,
                  role,
                  describe(data.targets())));
    }
  }

  private static int targetColumns(Network network, Loss loss, int outputs) {
    try {
      return loss.targetColumns(outputs);
    } catch (ShapeException e) {
      throw new ShapeException(
          "%s gives %d values, which %s cannot take: %s"
              .formatted(
                  network.architecture().last().label(), outputs, loss.name(), e.getMessage()));
    }
  }

  private static String describe(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return classes.columns() + " classes: give the last layer units=" + classes.columns();
    }
    if (targets instanceof Targets.Binary) {
      return "yes-or-no targets in 1 column: give the last layer units=1";
    }
    return targets.columns() + " columns";
  }

  private static void checkValues(Loss loss, Dataset data, String role) {
    Matrix features = Matrix.zeros(1, data.shape().size());
    Matrix target = Matrix.zeros(1, data.targets().columns());
    for (int row = 0; row < data.rows(); row++) {
      data.readFeatures(row, features, 0);
      float largest = Kernels.active().maxAbs(features.data(), 0, features.columns());
      if (!(largest <= Float.MAX_VALUE)) {
        throw notFinite(features, row, role);
      }
      data.readTarget(row, target, 0);
      try {
        loss.checkTargets(target);
      } catch (IllegalArgumentException e) {
        throw new DataException(
            "row %d of the %s set: %s"
                .formatted(row, role, String.valueOf(e.getMessage()).replace(" in row 0,", " in")),
            e);
      }
    }
  }

  private static DataException notFinite(Matrix features, int row, String role) {
    int column = 0;
    while (Float.isFinite(features.get(0, column))) {
      column++;
    }
    return new DataException(
        "row %d of the %s set, column %d: feature %s is not a finite number"
            .formatted(row, role, column, features.get(0, column)));
  }
}
