package dev.nn.core.training;

import java.time.Duration;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an epoch of a training run has achieved.
 *
 * @param epoch number of the epoch, from 1
 * @param loss mean training loss over the epoch's steps, each before its update, penalties included
 * @param trainingMetrics the metrics on the training set after the epoch by name; empty unless the
 *     trainer was asked for them
 * @param validationLoss mean loss on the validation set after the epoch, without penalties
 * @param validationMetrics the metrics on the validation set by name; empty without one
 * @param learningRate the learning rate of the last step
 * @param duration the wall time of the steps and the validation
 */
public record EpochRecord(
    int epoch,
    double loss,
    SortedMap<String, Double> trainingMetrics,
    OptionalDouble validationLoss,
    SortedMap<String, Double> validationMetrics,
    double learningRate,
    Duration duration) {
  public EpochRecord {
    trainingMetrics = Collections.unmodifiableSortedMap(new TreeMap<>(trainingMetrics));
    validationMetrics = Collections.unmodifiableSortedMap(new TreeMap<>(validationMetrics));
  }

  /** An epoch whose metrics were measured on a validation set only. */
  public EpochRecord(
      int epoch,
      double loss,
      OptionalDouble validationLoss,
      SortedMap<String, Double> validationMetrics,
      double learningRate,
      Duration duration) {
    this(
        epoch,
        loss,
        Collections.emptySortedMap(),
        validationLoss,
        validationMetrics,
        learningRate,
        duration);
  }

  /**
   * Returns a metric on the training set after this epoch.
   *
   * @throws IllegalArgumentException if the run did not measure it there; the message lists what it
   *     measured
   */
  public double trainingMetric(String name) {
    Double value = trainingMetrics.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          trainingMetrics.isEmpty()
              ? "no metric %s: the run measured none on the training set; add trainingMetrics() to the trainer"
                  .formatted(name)
              : "no metric %s; the run measured %s"
                  .formatted(name, String.join(", ", trainingMetrics.keySet())));
    }
    return value;
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
