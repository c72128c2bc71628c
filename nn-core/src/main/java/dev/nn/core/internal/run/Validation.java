package dev.nn.core.internal.run;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.engine.Evaluation;
import dev.nn.core.internal.engine.TrainingEngine;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.WeightedMetric;
import dev.nn.math.Matrix;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evaluates the weights of a run on its validation set, or on its training set. */
final class Validation {
  private final Evaluation evaluation;
  private final TrainingEngine engine;
  private final SortedMap<String, Metric> metrics;
  private final Dataset data;
  private final double[] weights;
  private SortedMap<String, Double> values = new TreeMap<>();

  /**
   * Makes all that evaluations need.
   *
   * @param role {@code training} or {@code validation}, for messages
   */
  Validation(
      String role,
      Architecture network,
      float[] parameters,
      TrainingSettings settings,
      Examples examples,
      TrainingEngine engine) {
    this.evaluation =
        new Evaluation(
            network,
            parameters,
            settings.loss(),
            new AllRows(examples.data(), examples.weights()),
            examples.rows(),
            engine.workers());
    this.engine = engine;
    this.metrics = settings.metrics();
    this.data = examples.data();
    this.weights = new double[evaluation.windowRows()];
    checkWeights(role);
  }

  /** Finds metrics that would leave out that examples count differently. */
  private void checkWeights(String role) {
    for (int row = 1; row < data.rows(); row++) {
      if (data.weight(row) != data.weight(0)) {
        metrics.forEach(
            (name, metric) -> {
              if (!(metric instanceof WeightedMetric)) {
                throw new DataException(
                    "the examples of the %s set have weights, of which the metric %s knows nothing:"
                            .formatted(role, name)
                        + " let it take (predictions, targets, weights)");
              }
            });
        return;
      }
    }
  }

  /**
   * Evaluates, and returns the mean loss, or nothing if the thread was interrupted before all was
   * done.
   */
  OptionalDouble run() {
    SortedMap<String, Metric.Tally> tallies = new TreeMap<>();
    metrics.forEach((name, metric) -> tallies.put(name, metric.tally(data.rows())));
    evaluation.start();
    while (evaluation.hasMore()) {
      engine.parallel(evaluation::run);
      if (evaluation.isCancelled()) {
        return OptionalDouble.empty();
      }
      Matrix predictions = evaluation.predictions();
      Matrix targets = evaluation.targets();
      for (int i = 0; i < targets.rows(); i++) {
        weights[i] = data.weight(evaluation.from() + i);
      }
      tallies.values().forEach(tally -> tally.add(predictions, targets, weights));
      evaluation.advance();
    }
    values = new TreeMap<>();
    tallies.forEach((name, tally) -> values.put(name, tally.value()));
    return OptionalDouble.of(evaluation.meanLoss());
  }

  /**
   * The metrics of the last evaluation. In them examples count with their own weights. The weights
   * of classes are for learning and only count in the loss.
   */
  SortedMap<String, Double> metrics() {
    return values;
  }
}
