package dev.nn.spark.round;

import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the loss and the metrics of an epoch of what the shards say of their validation rows. */
public final class Judge {
  private final SortedMap<String, Metric> metrics = new TreeMap<>();
  private final int outputs;
  private final int columns;

  /**
   * @param metrics built-in metrics by spec
   * @param targets what the rows have as targets
   * @param outputs numbers of a prediction
   * @throws dev.nn.api.DataException if a metric can never be computed for such targets
   */
  public Judge(Collection<String> metrics, Targets targets, int outputs) {
    metrics.forEach(spec -> this.metrics.put(spec, Metrics.of(spec).on(targets)));
    this.outputs = outputs;
    this.columns = targets.columns();
  }

  /** Whether there is a metric, so that losses are not enough. */
  boolean wantsPredictions() {
    return !metrics.isEmpty();
  }

  /** The mean loss Σ wᵢ ℓᵢ / n, summed in the order of the shards. */
  static double loss(List<Score> scores) {
    double sum = 0;
    long rows = 0;
    for (Score score : scores) {
      sum += score.lossSum();
      rows += score.rows();
    }
    return sum / rows;
  }

  SortedMap<String, Double> metrics(List<Score> scores) {
    SortedMap<String, Double> values = new TreeMap<>();
    int rows = Math.toIntExact(scores.stream().mapToLong(Score::rows).sum());
    metrics.forEach(
        (name, metric) -> {
          Metric.Tally tally = metric.tally(rows);
          for (Score score : scores) {
            add(score, tally);
          }
          values.put(name, tally.value());
        });
    return values;
  }

  private void add(Score score, Metric.Tally tally) {
    double[] weights = new double[score.rows()];
    Arrays.setAll(weights, i -> score.weights()[i]);
    tally.add(
        matrix(score.predictions(), score.rows(), outputs),
        matrix(score.targets(), score.rows(), columns),
        weights);
  }

  private static Matrix matrix(float[] numbers, int rows, int columns) {
    return Matrix.view(numbers, 0, rows, columns, columns);
  }
}
