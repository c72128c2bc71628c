package dev.nn.core.internal.run;

import dev.nn.api.DataException;
import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.ShapeException;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.Metrics;
import dev.nn.core.training.EarlyStopping;
import dev.nn.math.Matrix;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds metrics that can never be computed before the first step. */
final class MetricCheck {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Trainer");

  /** What goes with losses of real numbers. */
  private static final Optional<String> OF_NUMBERS = Optional.of("mean_absolute_error");

  private MetricCheck() {}

  /**
   * Makes sure that no metric was asked for, where none will be computed.
   *
   * @throws NnException if one was; the message says what to do
   */
  static void checkNoneIsWanted(TrainingSettings settings) {
    NavigableSet<String> wanted = new TreeSet<>(settings.metrics().keySet());
    settings.earlyStopping().flatMap(EarlyStopping::metric).ifPresent(wanted::add);
    if (!wanted.isEmpty()) {
      throw new NnException(
          "there is no validation set, on which %s would be computed: give fit a validation set, keep part of the training set aside with validationSplit(0.2), or compute metrics on the training set with trainingMetrics()"
              .formatted(String.join(", ", wanted)));
    }
  }

  /**
   * The metrics for such targets.
   *
   * @param outputs of the network
   * @throws DataException if one can never be computed for them
   * @throws ShapeException if a built-in one cannot compare so many outputs with them
   */
  static SortedMap<String, Metric> on(
      Targets targets, SortedMap<String, Metric> metrics, Loss loss, int outputs) {
    boolean areNumbers =
        targets instanceof Targets.Real && Metrics.defaultFor(loss).equals(OF_NUMBERS);
    SortedMap<String, Metric> suited = new TreeMap<>();
    for (Map.Entry<String, Metric> entry : metrics.entrySet()) {
      if (areNumbers && entry.getValue().isOfClasses()) {
        throw new DataException(
            "the metric %s compares classes or yes and no, but the targets are %s: take mean_absolute_error, root_mean_squared_error or r2, or make the data by Dataset.classes or Dataset.binary"
                .formatted(entry.getKey(), targets));
      }
      Metric metric = entry.getValue().on(targets);
      tryWithoutRows(entry.getKey(), metric, outputs, targets);
      suited.put(entry.getKey(), metric);
    }
    return suited;
  }

  private static void tryWithoutRows(String name, Metric metric, int outputs, Targets targets) {
    try {
      double unused = metric.of(Matrix.zeros(0, outputs), Matrix.zeros(0, targets.columns()));
    } catch (ShapeException e) {
      throw new ShapeException("the metric %s cannot be used: %s".formatted(name, e.getMessage()));
    } catch (RuntimeException e) {
      // A metric of the user's that wants rows: it will get some.
      LOG.debug("the metric {} cannot be tried without rows", name, e);
    }
  }
}
