package dev.nn.core.metric;

import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A metric of each column by itself, whose value is the mean over the columns: the macro average of
 * several labels that may hold at once.
 */
public final class ColumnTallies implements Metric.Tally {
  private final Supplier<Metric.Tally> starting;
  private final List<Metric.Tally> columns = new ArrayList<>();

  /**
   * Columns whose number the first rows tell.
   *
   * @param starting starts the metric of one column
   */
  public ColumnTallies(Supplier<Metric.Tally> starting) {
    this.starting = starting;
  }

  @Override
  public void add(Matrix predictions, Matrix targets, double[] weights) {
    MetricShapes.checkEqual(predictions, targets);
    while (columns.size() < targets.columns()) {
      columns.add(starting.get());
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(predictions.columns(i, i + 1), targets.columns(i, i + 1), weights);
    }
  }

  @Override
  public double value() {
    return values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** The metric of each column. */
  public List<Double> values() {
    return columns.stream().map(Metric.Tally::value).toList();
  }
}
