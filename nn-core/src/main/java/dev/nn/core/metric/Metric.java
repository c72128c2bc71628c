package dev.nn.core.metric;

import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * A number that says how good predictions are. The built-in metrics are in {@link Metrics}. A
 * metric of one's own is a lambda, which sees all predictions and targets at once:
 *
 * <pre>{@code
 * double worst = model.evaluate(data, (predictions, targets) -> largestError(predictions, targets));
 * }</pre>
 *
 * <p>Such a lambda knows nothing of the weights of examples and is therefore refused where they
 * differ; {@link WeightedMetric} is the form with weights, and {@link StreamedMetric} the form that
 * keeps no rows.
 */
@FunctionalInterface
public interface Metric {

  /**
   * Computes the metric over all rows, each of which counts alike.
   *
   * @param predictions one prediction a row
   * @param targets one target a row
   */
  double of(Matrix predictions, Matrix targets);

  /**
   * Starts to compute the metric over rows that arrive in batches. Unless this is overridden, the
   * predictions and targets of all rows are kept until the value is asked for.
   *
   * @param rows how many rows will be added in all
   */
  default Tally tally(int rows) {
    return new CollectedRows(
        rows,
        (predictions, targets, weights) -> {
          CollectedRows.requireEqual(weights);
          return of(predictions, targets);
        });
  }

  /**
   * Which values are better, if the metric knows that of itself, as the built-in ones by name do:
   * what chooses the best epoch by a metric asks for it.
   */
  default Optional<Better> better() {
    return Optional.empty();
  }

  /**
   * Whether the metric compares classes, or answers of yes and no, so that it says nothing of real
   * numbers.
   */
  default boolean isOfClasses() {
    return false;
  }

  /**
   * The metric for targets of a kind, such as the mean over the labels where several may hold at
   * once; usually this one.
   *
   * @throws dev.nn.api.DataException if it can never be computed for such targets; the message says
   *     what can
   */
  default Metric on(Targets targets) {
    return this;
  }

  /** A metric on its way over the rows of a data set. One thread uses it. */
  interface Tally {

    /**
     * Adds the next rows. The matrices are only lent: they hold other rows after the call.
     *
     * @param predictions one prediction a row
     * @param targets one target a row
     * @param weights how much each row counts, at least 0; it may be longer than there are rows
     */
    void add(Matrix predictions, Matrix targets, double[] weights);

    /** The metric over the rows that were added. */
    double value();
  }
}
