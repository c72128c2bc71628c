package dev.nn.core.metric;

import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Optional;

/**
 * A number that says how good predictions are. {@link Metrics} has the built-in ones. Your own
 * metric can be a lambda, which sees all predictions and targets at once:
 *
 * <pre>{@code
 * double bias = model.evaluate(data, (predictions, targets) -> mean(predictions) - mean(targets));
 * }</pre>
 *
 * <p>Such a lambda knows nothing of the weights of examples, so it is refused where they differ.
 * {@link WeightedMetric} is the form that sees the weights too, and {@link StreamedMetric} is the
 * form for data sets of any size, which keeps no rows.
 */
@FunctionalInterface
public interface Metric {

  /**
   * Computes the metric over all rows, each of which counts the same.
   *
   * @param predictions a row for each example
   * @param targets a row for each example
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
     * Adds the next rows. The matrices are only lent: after the call they will hold other rows, so
     * copy what you need.
     *
     * @param predictions a row for each example
     * @param targets a row for each example
     * @param weights how much each row counts, at least 0; the array may be longer than there are
     *     rows
     */
    void add(Matrix predictions, Matrix targets, double[] weights);

    /** Returns the metric over the rows that have been added. */
    double value();
  }
}
