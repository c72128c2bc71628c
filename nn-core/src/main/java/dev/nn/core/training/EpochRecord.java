package dev.nn.core.training;

import java.time.Duration;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an epoch of a training run has achieved.
 *
 * @param epoch the number of the epoch, from 1
 * @param loss the mean training loss over the steps of the epoch, each from before its update and
 *     with penalties
 * @param validationLoss the mean loss on the validation set after the epoch, without penalties
 * @param validationMetrics the metrics on the validation set by name, none if there is no such set
 * @param learningRate the learning rate of the last step
 * @param duration the wall time of the steps and the validation
 */
public record EpochRecord(
    int epoch,
    double loss,
    OptionalDouble validationLoss,
    SortedMap<String, Double> validationMetrics,
    double learningRate,
    Duration duration) {
  public EpochRecord {
    validationMetrics = Collections.unmodifiableSortedMap(new TreeMap<>(validationMetrics));
  }

  /**
   * Returns a metric on the validation set after this epoch, such as {@code
   * epoch.validationMetric("accuracy")}.
   *
   * @throws IllegalArgumentException if the run had no such metric, or no validation set; the
   *     message lists what it had
   */
  public double validationMetric(String name) {
    Double value = validationMetrics.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          validationMetrics.isEmpty()
              ? "no metric %s: the run measured none on a validation set; name it by metric(\"%s\") and give fit a validation set"
                  .formatted(name, name)
              : "no metric %s; the run measured %s"
                  .formatted(name, String.join(", ", validationMetrics.keySet())));
    }
    return value;
  }
}
