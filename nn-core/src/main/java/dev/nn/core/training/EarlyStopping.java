package dev.nn.core.training;

import dev.nn.api.NnException;
import java.util.Objects;
import java.util.Optional;

/**
 * Ends a run when what it watches has not improved for some epochs, and takes the weights of the
 * best epoch. What it watches is the loss or a metric, on the validation set where there is one and
 * else on the training set. As Keras' {@code EarlyStopping} with {@code restore_best_weights}.
 *
 * <pre>{@code
 * new EarlyStopping(5)                                  // the loss, patience for 5 epochs
 * new EarlyStopping(5).withMinDelta(0.001)              // smaller improvements do not count
 * EarlyStopping.onLarger("profit", 5)                   // a metric of one's own
 * EarlyStopping.never()                                 // all epochs, and then the best weights
 * }</pre>
 *
 * @param patience epochs without improvement after which the run ends, at least 1
 * @param minDelta by how much the number has to be better to count as an improvement, at least 0
 *     and finite
 * @param metric the metric that is watched, by the name that the run gives it; empty for the loss
 * @param isLargerBetter whether a larger number is a better one; never for the loss
 * @param keepsLast whether the run ends with the weights of its last epoch instead
 */
public record EarlyStopping(
    int patience,
    double minDelta,
    Optional<String> metric,
    boolean isLargerBetter,
    boolean keepsLast) {

  /**
   * Creates a rule and checks its values.
   *
   * @throws NnException if one is out of range
   */
  public EarlyStopping {
    Objects.requireNonNull(metric, "metric");
    if (patience < 1) {
      throw new NnException("patience must be at least 1, got " + patience);
    }
    if (!(minDelta >= 0 && Double.isFinite(minDelta))) {
      throw new NnException("minDelta must be at least 0 and finite, got " + minDelta);
    }
    if (metric.isEmpty() && isLargerBetter) {
      throw new NnException("a larger loss is never better: name the metric that is watched");
    }
  }

  /** Watches the loss, of which a difference of at least {@code minDelta} counts. */
  public EarlyStopping(int patience, double minDelta) {
    this(patience, minDelta, Optional.empty(), false, false);
  }

  /** Watches the loss, where any improvement counts. */
  public EarlyStopping(int patience) {
    this(patience, 0);
  }

  /** Watches a metric of which larger values are better, such as an accuracy. */
  public static EarlyStopping onLarger(String metric, int patience) {
    return new EarlyStopping(patience, 0, Optional.of(metric), true, false);
  }

  /** Watches a metric of which smaller values are better, such as an error. */
  public static EarlyStopping onSmaller(String metric, int patience) {
    return new EarlyStopping(patience, 0, Optional.of(metric), false, false);
  }

  /** Ends no run, but takes the weights of the epoch with the lowest loss in the end. */
  public static EarlyStopping never() {
    return new EarlyStopping(Integer.MAX_VALUE);
  }

  /** The same with another difference that counts as an improvement. */
  public EarlyStopping withMinDelta(double difference) {
    return new EarlyStopping(patience, difference, metric, isLargerBetter, keepsLast);
  }

  /** The same, but the run ends with the weights of its last epoch. */
  public EarlyStopping keepingLast() {
    return new EarlyStopping(patience, minDelta, metric, isLargerBetter, true);
  }

  /** What every number is better than: infinity, or minus infinity where larger is better. */
  public double worst() {
    return isLargerBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Whether a number is better than the best so far by more than {@code minDelta}; NaN is not. */
  public boolean isImprovement(double number, double best) {
    return isLargerBetter ? number > best + minDelta : number < best - minDelta;
  }

  /** The number of an epoch that is watched; NaN if the epoch does not have it. */
  public double monitored(EpochRecord epoch) {
    if (metric.isEmpty()) {
      return epoch.validationLoss().orElse(epoch.loss());
    }
    Double onTraining = epoch.trainingMetrics().getOrDefault(metric.get(), Double.NaN);
    return epoch.validationMetrics().getOrDefault(metric.get(), onTraining);
  }
}
