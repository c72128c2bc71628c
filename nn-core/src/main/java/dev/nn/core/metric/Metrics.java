package dev.nn.core.metric;

import dev.nn.api.Loss;
import dev.nn.api.Spec;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The built-in metrics. Each can be used as an object, {@code Metrics::accuracy}, or by name:
 * accuracy, binary_accuracy(threshold=0.5), top_k_accuracy(k=5), precision(threshold=0.5),
 * recall(threshold=0.5), f1(threshold=0.5), roc_auc, pr_auc, log_loss, mean_squared_error,
 * root_mean_squared_error, mean_absolute_error, r2.
 *
 * <p>Targets in one column are yes or no; in k columns, one-hot rows of k classes. A target above
 * one half is a yes, so 0 and 1 will do as well as −1 and 1. Without rows a metric is NaN. All
 * throw {@link dev.nn.api.ShapeException} if predictions do not fit the targets.
 *
 * <p>Each example counts as much as its weight: a mean is Σ wᵢ sᵢ / Σ wᵢ, as with scikit-learn's
 * {@code sample_weight}, and what weighs 0 is left out. Each method without weights lets all rows
 * count alike; {@code model.evaluate(data, Metrics::accuracy)} takes the one with weights.
 *
 * <p><b>NaN</b> is never a class and never a yes or no. An example with a NaN among its predictions
 * is wrong for the accuracies and was taken for no class in precision, recall and f1. The areas,
 * log_loss and the errors are NaN if a prediction is. Where a class or yes or no is asked for, a
 * target that is NaN is refused with a {@link dev.nn.api.DataException}.
 */
public final class Metrics {
  private Metrics() {}

  /** All built-in metrics by name, with the defaults of their options. */
  public static SortedMap<String, Metric> all() {
    return MetricCatalogue.all();
  }

  /**
   * A built-in metric by name, which may have options: {@code top_k_accuracy(k=3)}.
   *
   * @throws dev.nn.api.SpecException if there is none of this name, or an option does not exist or
   *     is out of its range; the message says what there is
   */
  public static Metric of(String spec) {
    return of(MetricCatalogue.spec(Objects.requireNonNull(spec, "spec")));
  }

  /** The same for a spec that was read before. */
  public static Metric of(Spec spec) {
    return MetricCatalogue.metric(spec);
  }

  /**
   * The spec of the metric that goes with a loss: whether the class was right, for losses of
   * classes and of yes or no, and how far off a number was, for the others. None for
   * cosine_similarity, which is its own metric, and for losses of third parties.
   */
  public static Optional<String> defaultFor(Loss loss) {
    return MetricCatalogue.defaultFor(loss);
  }

  /**
   * Above which the prediction of a network that was trained with such a loss is a yes: 0 for
   * {@code hinge} and {@code squared_hinge}, whose no is −1, and one half for all others.
   *
   * @param loss as a spec, such as {@code binary_crossentropy(label_smoothing=0.1)}
   */
  public static double thresholdFor(String loss) {
    return MetricCatalogue.threshold(Objects.requireNonNull(loss, "loss"));
  }

  /**
   * The share of rows whose largest prediction is in the column of the largest target, the first of
   * equals; with one column, {@link #binaryAccuracy}.
   */
  public static double accuracy(Matrix predictions, Matrix targets) {
    return Accuracy.plain().of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double accuracy(Matrix predictions, Matrix targets, double[] weights) {
    return Accuracy.plain().of(predictions, targets, weights);
  }

  /**
   * The share of elements that are on the same side of one half as their target; exactly one half
   * counts as no.
   */
  public static double binaryAccuracy(Matrix predictions, Matrix targets) {
    return Accuracy.binary(0.5).of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double binaryAccuracy(Matrix predictions, Matrix targets, double[] weights) {
    return Accuracy.binary(0.5).of(predictions, targets, weights);
  }

  /** The same where a prediction above another threshold is a yes, such as 0 for a hinge loss. */
  public static Metric binaryAccuracyAt(double threshold) {
    return Accuracy.binary(threshold);
  }

  /**
   * The share of rows whose right class is among the k with the largest predictions. Of equal
   * predictions the first column goes first, so that k = 1 is {@link #accuracy}; scikit-learn lets
   * the last go first, TensorFlow all.
   *
   * @throws IllegalArgumentException if k is less than 1
   */
  public static Metric topKAccuracy(int k) {
    return topK(k);
  }

  static WeightedMetric topK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, got " + k);
    }
    return Accuracy.topK(k);
  }

  /**
   * Of the examples that were taken for a class, the share that is of it. With one column, of those
   * above one half; with k columns, the mean over the classes that occur, among targets or
   * predictions (macro average). 0 for a class that no example was taken for. As in scikit-learn.
   */
  public static double precision(Matrix predictions, Matrix targets) {
    return MetricCatalogue.confusion(ConfusionMatrix::precision, 0.5).of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double precision(Matrix predictions, Matrix targets, double[] weights) {
    return MetricCatalogue.confusion(ConfusionMatrix::precision, 0.5)
        .of(predictions, targets, weights);
  }

  /**
   * Of the examples of a class, the share that was taken for it; of which class, and the mean over
   * several, as in {@link #precision}. 0 for a class without examples.
   */
  public static double recall(Matrix predictions, Matrix targets) {
    return MetricCatalogue.confusion(ConfusionMatrix::recall, 0.5).of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double recall(Matrix predictions, Matrix targets, double[] weights) {
    return MetricCatalogue.confusion(ConfusionMatrix::recall, 0.5)
        .of(predictions, targets, weights);
  }

  /**
   * The harmonic mean of precision and recall of a class; of which class, and the mean over
   * several, as in {@link #precision}. Keras' {@code F1Score} counts classes that do not occur as
   * 0.
   */
  public static double f1(Matrix predictions, Matrix targets) {
    return MetricCatalogue.confusion(ConfusionMatrix::f1, 0.5).of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double f1(Matrix predictions, Matrix targets, double[] weights) {
    return MetricCatalogue.confusion(ConfusionMatrix::f1, 0.5).of(predictions, targets, weights);
  }

  /**
   * The area under the receiver operating characteristic: the probability that a yes gets a larger
   * prediction than a no, equal ones counting half. Exact, unlike Keras' {@code AUC}, which has 200
   * thresholds. With k columns, the mean over each class against the rest (one-vs-rest macro
   * average). A class without a yes or without a no is left out; NaN if none is left.
   */
  public static double rocAuc(Matrix predictions, Matrix targets) {
    return rocAuc(predictions, targets, ones(targets));
  }

  /** The same with a weight for each row. */
  public static double rocAuc(Matrix predictions, Matrix targets, double[] weights) {
    return Ranking.mean(predictions, targets, weights, Ranking::rocAuc);
  }

  /**
   * The area under the precision–recall curve as average precision, Σ (Rₙ − Rₙ₋₁) Pₙ over the
   * different predictions: exact, and without interpolation, which would be too optimistic; as
   * scikit-learn's {@code average_precision_score}. With k columns as {@link #rocAuc}.
   */
  public static double prAuc(Matrix predictions, Matrix targets) {
    return prAuc(predictions, targets, ones(targets));
  }

  /** The same with a weight for each row. */
  public static double prAuc(Matrix predictions, Matrix targets, double[] weights) {
    return Ranking.mean(predictions, targets, weights, Ranking::averagePrecision);
  }

  /**
   * The mean negative logarithm of the probability that was given to what is right: {@code
   * binary_crossentropy} for one column, {@code categorical_crossentropy} for k, where
   * probabilities are kept within [1e-7, 1 − 1e-7]. Predictions must be probabilities.
   */
  public static double logLoss(Matrix predictions, Matrix targets) {
    return ErrorMetrics.logLoss().of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double logLoss(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.logLoss().of(predictions, targets, weights);
  }

  /**
   * The mean of (ŷ − y)² over all elements. For this metric and the three below, of predictions
   * with twice the columns of the targets the first half counts: the means of {@code gaussian_nll}.
   */
  public static double meanSquaredError(Matrix predictions, Matrix targets) {
    return ErrorMetrics.meanSquaredError().of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double meanSquaredError(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.meanSquaredError().of(predictions, targets, weights);
  }

  /** The square root of {@link #meanSquaredError}, over all columns together as in Keras. */
  public static double rootMeanSquaredError(Matrix predictions, Matrix targets) {
    return ErrorMetrics.rootMeanSquaredError().of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double rootMeanSquaredError(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.rootMeanSquaredError().of(predictions, targets, weights);
  }

  /** The mean of |ŷ − y| over all elements. */
  public static double meanAbsoluteError(Matrix predictions, Matrix targets) {
    return ErrorMetrics.meanAbsoluteError().of(predictions, targets);
  }

  /** The same with a weight for each row. */
  public static double meanAbsoluteError(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.meanAbsoluteError().of(predictions, targets, weights);
  }

  /**
   * The coefficient of determination 1 − Σ (ŷ − y)² / Σ (y − ȳ)², how much of the targets' variance
   * is predicted: 1 is perfect, 0 no better than their mean, and it may be negative. The mean over
   * the columns; a column of equal targets counts 1 if it is predicted exactly, else 0. NaN for
   * fewer than two rows. As in scikit-learn.
   */
  public static double r2(Matrix predictions, Matrix targets) {
    return r2(predictions, targets, ones(targets));
  }

  /** The same with a weight for each row. */
  public static double r2(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.r2(predictions, targets, weights);
  }

  /** The column of the largest element of a row, the first of equals; −1 if one of them is NaN. */
  public static int argMax(Matrix matrix, int row) {
    return Accuracy.argMax(matrix, row);
  }

  private static double[] ones(Matrix targets) {
    double[] ones = new double[targets.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
