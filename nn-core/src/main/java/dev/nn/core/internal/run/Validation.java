package dev.nn.core.internal.run;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.engine.BatchSource;
import dev.nn.core.internal.engine.Evaluation;
import dev.nn.core.internal.engine.TrainingEngine;
import dev.nn.core.metric.Metric;
import dev.nn.math.Matrix;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evaluates the weights of a run on its validation set. */
final class Validation {
  private final Evaluation evaluation;
  private final TrainingEngine engine;
  private final SortedMap<String, Metric> metrics;

  Validation(
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
  }

  /** Evaluates; the mean loss, or nothing if the thread was interrupted before all was done. */
  OptionalDouble run() {
    evaluation.start();
    engine.parallel(evaluation::run);
    return evaluation.isCancelled()
        ? OptionalDouble.empty()
        : OptionalDouble.of(evaluation.meanLoss());
  }

  /** The metrics of the last evaluation. */
  SortedMap<String, Double> metrics() {
    SortedMap<String, Double> values = new TreeMap<>();
    metrics.forEach(
        (name, metric) ->
            values.put(name, metric.of(evaluation.predictions(), evaluation.targets())));
    return values;
  }

  /** All examples of a data set in its own order. */
  private static final class AllRows implements BatchSource {
    private final Dataset data;
    private final double[] weights;

    AllRows(Dataset data, double[] weights) {
      this.data = data;
      this.weights = weights;
    }

    @Override
    public void read(int place, int row, Matrix features, Matrix targets) {
      data.readFeatures(place, features, row);
      data.readTarget(place, targets, row);
    }

    @Override
    public double weight(int place) {
      return weights[place];
    }
  }
}
