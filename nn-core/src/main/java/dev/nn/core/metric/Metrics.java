package dev.nn.core.metric;

import dev.nn.api.Loss;
import dev.nn.api.Spec;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The built-in metrics. Each can be used as a method or by name:
 *
 * <pre>{@code
 * double accuracy = model.evaluate(test, Metrics::accuracy);
 * double amongThree = model.evaluate(test, Metrics.of("top_k_accuracy(k=3)"));
 * }</pre>
 *
 * <p>The names, with the defaults of their options, are accuracy, binary_accuracy(threshold=0.5),
 * top_k_accuracy(k=5), precision(threshold=0.5), recall(threshold=0.5), f1(threshold=0.5),
 * f1_micro(threshold=0.5), f1_weighted(threshold=0.5), roc_auc, pr_auc, log_loss,
 * mean_squared_error, root_mean_squared_error, mean_absolute_error and r2.
 *
 * <p>Targets in one column mean yes or no, and targets in k columns are the one-hot rows of k
 * classes. A target above one half is a yes, so that −1 and 1 will do as well as 0 and 1. The
 * metric of no rows at all is NaN. Every metric throws a {@link dev.nn.api.ShapeException} if
 * predictions and targets do not fit together.
 *
 * <p>Each example counts as much as its weight: a mean is Σ wᵢ sᵢ / Σ wᵢ, as with scikit-learn's
 * {@code sample_weight}, and an example of weight 0 is left out. The methods without weights let
 * all rows count the same. {@code model.evaluate(data, Metrics::accuracy)} uses the method with
 * weights.
 *
 * <p><b>NaN</b> is never taken for a class, a yes or a no. The accuracies count an example with a
 * NaN among its predictions as wrong, and precision, recall and f1 count it as taken for no class.
 * The areas under curves, log_loss and the errors are NaN if any prediction is. A metric that needs
 * a class, a yes or a no refuses a target that is NaN with a {@link dev.nn.api.DataException}.
 */
public final class Metrics {
  private Metrics() {}

  /** Returns all built-in metrics by name, with the defaults of their options. */
  public static SortedMap<String, Metric> all() {
    return MetricCatalogue.all();
  }

  /**
   * Returns a built-in metric by its name, which may be followed by options: {@code
   * top_k_accuracy(k=3)}.
   *
   * @throws dev.nn.api.SpecException if there is no metric of this name, or if it has no such
   *     option, or if the option is out of its range; the message says what there is
   */
  public static Metric of(String spec) {
    return of(MetricCatalogue.spec(Objects.requireNonNull(spec, "spec")));
  }

  /** Returns the metric of a spec that has already been parsed. */
  public static Metric of(Spec spec) {
    return MetricCatalogue.metric(spec);
  }

  /**
   * Returns the spec of the metric that goes with a loss. It says how often the class was right for
   * losses of classes and of yes or no, and how far off a number was for the others. There is none
   * for cosine_similarity, which is its own metric, nor for the losses of third parties.
   */
  public static Optional<String> defaultFor(Loss loss) {
    return MetricCatalogue.defaultFor(loss);
  }

  /**
   * Returns the number above which a prediction is a yes if the network was trained with such a
   * loss: 0 for {@code hinge} and {@code squared_hinge}, for which −1 means no, and one half for
   * all others.
   *
   * @param loss as a spec, such as {@code binary_crossentropy(label_smoothing=0.1)}
   */
  public static double thresholdFor(String loss) {
    return MetricCatalogue.threshold(Objects.requireNonNull(loss, "loss"));
  }

  /**
   * Returns the share of rows whose largest prediction is in the same column as the largest target.
   * Of several equal numbers the first is taken. If there is one column only, this is {@link
   * #binaryAccuracy}.
   */
  public static double accuracy(Matrix predictions, Matrix targets) {
    return Accuracy.plain().of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double accuracy(Matrix predictions, Matrix targets, double[] weights) {
    return Accuracy.plain().of(predictions, targets, weights);
  }

  /**
   * Returns the share of elements that are on the same side of one half as their target. Exactly
   * one half counts as no.
   */
  public static double binaryAccuracy(Matrix predictions, Matrix targets) {
    return Accuracy.binary(0.5).of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double binaryAccuracy(Matrix predictions, Matrix targets, double[] weights) {
    return Accuracy.binary(0.5).of(predictions, targets, weights);
  }

  /**
   * Returns the same metric with another threshold above which a prediction is a yes, such as 0
   * after training with a hinge loss.
   */
  public static Metric binaryAccuracyAt(double threshold) {
    return Accuracy.binary(threshold);
  }

  /**
   * Returns the metric that is the share of rows whose right class is among the k classes with the
   * largest predictions. Of equal predictions the first column ranks first, so that k = 1 gives
   * {@link #accuracy}. Other frameworks decide such ties differently: scikit-learn ranks the last
   * column first, and TensorFlow counts all of them as being among the k.
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
   * Returns the precision: which share of the examples that were taken for a class belongs to it.
   * If there is one column, the class is yes, which is predicted above one half. If there are k
   * columns, the result is the mean over the classes that occur among the targets or the
   * predictions (the macro average), to which a class that no example was taken for contributes 0.
   * All this is as in scikit-learn.
   */
  public static double precision(Matrix predictions, Matrix targets) {
    return MetricCatalogue.confusion(ConfusionMatrix::precision, 0.5).of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double precision(Matrix predictions, Matrix targets, double[] weights) {
    return MetricCatalogue.confusion(ConfusionMatrix::precision, 0.5)
        .of(predictions, targets, weights);
  }

  /**
   * Returns the recall: which share of the examples of a class was taken for it. The class, and the
   * mean over several classes, are as for {@link #precision}. A class without examples contributes
   * 0.
   */
  public static double recall(Matrix predictions, Matrix targets) {
    return MetricCatalogue.confusion(ConfusionMatrix::recall, 0.5).of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double recall(Matrix predictions, Matrix targets, double[] weights) {
    return MetricCatalogue.confusion(ConfusionMatrix::recall, 0.5)
        .of(predictions, targets, weights);
  }

  /**
   * Returns F1, the harmonic mean of the precision and the recall of a class. The class, and the
   * mean over several classes, are as for {@link #precision}. Keras' {@code F1Score} differs in
   * that classes that do not occur contribute 0.
   *
   * <p>The metric {@code f1_micro} counts the hits and misses of all classes together, which for
   * one class an example is the accuracy, and {@code f1_weighted} is the mean over the classes,
   * each as much as it has examples. Both take no and yes for two classes, as scikit-learn's
   * averages of these names do.
   */
  public static double f1(Matrix predictions, Matrix targets) {
    return MetricCatalogue.confusion(ConfusionMatrix::f1, 0.5).of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double f1(Matrix predictions, Matrix targets, double[] weights) {
    return MetricCatalogue.confusion(ConfusionMatrix::f1, 0.5).of(predictions, targets, weights);
  }

  /**
   * Returns the area under the receiver operating characteristic, which is the probability that a
   * yes gets a larger prediction than a no, where equal predictions count one half. The area is
   * exact, unlike that of Keras' {@code AUC}, which uses 200 thresholds. If there are k columns, it
   * is the mean over each class against the rest (the one-vs-rest macro average). A class without a
   * yes or without a no is left out, and the result is NaN if none is left.
   */
  public static double rocAuc(Matrix predictions, Matrix targets) {
    return rocAuc(predictions, targets, ones(targets));
  }

  /** Returns the same metric with a weight for each row. */
  public static double rocAuc(Matrix predictions, Matrix targets, double[] weights) {
    return Ranking.mean(predictions, targets, weights, Ranking::rocAuc);
  }

  /**
   * Returns the area under the precision–recall curve as the average precision, Σ (Rₙ − Rₙ₋₁) Pₙ
   * over the different predictions. It is exact and, like scikit-learn's {@code
   * average_precision_score}, does not interpolate, which would be too optimistic. Several columns
   * are treated as by {@link #rocAuc}.
   */
  public static double prAuc(Matrix predictions, Matrix targets) {
    return prAuc(predictions, targets, ones(targets));
  }

  /** Returns the same metric with a weight for each row. */
  public static double prAuc(Matrix predictions, Matrix targets, double[] weights) {
    return Ranking.mean(predictions, targets, weights, Ranking::averagePrecision);
  }

  /**
   * Returns the mean negative logarithm of the probability that was given to the right answer:
   * {@code binary_crossentropy} for one column, {@code categorical_crossentropy} for k. The
   * predictions must be probabilities, which are clipped to [1e-7, 1 − 1e-7]; of others, such as
   * the logarithms of {@code log_softmax}, it is NaN.
   */
  public static double logLoss(Matrix predictions, Matrix targets) {
    return ErrorMetrics.logLoss().of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double logLoss(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.logLoss().of(predictions, targets, weights);
  }

  /**
   * Returns the mean of (ŷ − y)² over all elements. If the predictions have twice as many columns
   * as the targets, this metric and the three below judge the first half of them, which are the
   * means that a network trained with {@code gaussian_nll} predicts.
   */
  public static double meanSquaredError(Matrix predictions, Matrix targets) {
    return ErrorMetrics.meanSquaredError().of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double meanSquaredError(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.meanSquaredError().of(predictions, targets, weights);
  }

  /**
   * Returns the square root of {@link #meanSquaredError}, over all columns together as in Keras.
   */
  public static double rootMeanSquaredError(Matrix predictions, Matrix targets) {
    return ErrorMetrics.rootMeanSquaredError().of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double rootMeanSquaredError(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.rootMeanSquaredError().of(predictions, targets, weights);
  }

  /** Returns the mean of |ŷ − y| over all elements. */
  public static double meanAbsoluteError(Matrix predictions, Matrix targets) {
    return ErrorMetrics.meanAbsoluteError().of(predictions, targets);
  }

  /** Returns the same metric with a weight for each row. */
  public static double meanAbsoluteError(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.meanAbsoluteError().of(predictions, targets, weights);
  }

  /**
   * Returns the coefficient of determination 1 − Σ (ŷ − y)² / Σ (y − ȳ)², which says how much of
   * the variance of the targets is predicted: 1 is perfect, 0 is no better than predicting their
   * mean, and a negative number is worse than that. Several columns are averaged. A column of equal
   * targets counts 1 if it is predicted exactly, else 0. The result is NaN for fewer than two rows.
   * All this is as in scikit-learn.
   */
  public static double r2(Matrix predictions, Matrix targets) {
    return r2(predictions, targets, ones(targets));
  }

  /** Returns the same metric with a weight for each row. */
  public static double r2(Matrix predictions, Matrix targets, double[] weights) {
    return ErrorMetrics.r2(predictions, targets, weights);
  }

  /**
   * Returns the column of the largest element of a row, the first one if several are equal, or −1
   * if an element is NaN.
   */
  public static int argMax(Matrix matrix, int row) {
    return Accuracy.argMax(matrix, row);
  }

  private static double[] ones(Matrix targets) {
    double[] ones = new double[targets.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
