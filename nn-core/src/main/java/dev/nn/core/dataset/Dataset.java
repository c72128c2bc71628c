package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.message.Required;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Objects;

/**
 * Examples: features of one shape and a target for each. The methods here copy into memory what
 * they are given; an implementation of one's own may read from elsewhere. Several threads may read
 * at the same time, and must get the same row each time they ask.
 */
public interface Dataset {

  /** Number of examples. */
  int rows();

  /** Shape of the features of one example. */
  Shape shape();

  /** What the targets are. */
  Targets targets();

  /**
   * Copies the features of an example.
   *
   * @param row which example, from 0
   * @param into a matrix with {@code shape().size()} columns
   * @param at the row of {@code into} that receives them
   */
  void readFeatures(int row, Matrix into, int at);

  /**
   * Copies the target of an example.
   *
   * @param row which example, from 0
   * @param into a matrix with {@code targets().columns()} columns
   * @param at the row of {@code into} that receives it
   */
  void readTarget(int row, Matrix into, int at);

  /**
   * Examples with one of k classes each, where k is the largest label plus 1.
   *
   * <pre>{@code
   * Dataset data = Dataset.classes(new float[][] {{0, 1}, {1, 0}, {2, 2}}, new int[] {0, 1, 1});
   * }</pre>
   *
   * @param features a row for each example
   * @param labels class indices from 0
   * @throws DataException if the sizes differ, a label is negative or a million and more, or a
   *     feature is not finite
   */
  static Dataset classes(float[][] features, int[] labels) {
    return classes(features, labels, MemoryDataset.numbered(labels));
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset classes(double[][] features, int[] labels) {
    return classes(Narrowing.floats("feature", features), labels);
  }

  /**
   * Examples with one of the named classes each.
   *
   * @throws DataException if the sizes differ, a label is not the index of a class or a feature is
   *     not finite
   */
  static Dataset classes(float[][] features, int[] labels, Targets.Classes classes) {
    return MemoryDataset.classes(MemoryDataset.features(features), labels, classes);
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset classes(double[][] features, int[] labels, Targets.Classes classes) {
    return classes(Narrowing.floats("feature", features), labels, classes);
  }

  /**
   * Examples with one of k classes each, given by name. The classes are the different labels,
   * sorted, so that the order of the rows makes no difference.
   *
   * <pre>{@code
   * Dataset data = Dataset.classes(features, new String[] {"setosa", "virginica", "setosa"});
   * }</pre>
   *
   * @throws DataException if the sizes differ, there are fewer than two different labels or a
   *     feature is not finite
   */
  static Dataset classes(float[][] features, String[] labels) {
    return classes(features, labels, LabelTexts.sorted(labels));
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset classes(double[][] features, String[] labels) {
    return classes(Narrowing.floats("feature", features), labels);
  }

  /**
   * Examples with one of the named classes each, given by name, such as those of a data set that a
   * model was trained on.
   *
   * @throws DataException if the sizes differ, a label is not one of the classes or a feature is
   *     not finite
   */
  static Dataset classes(float[][] features, String[] labels, Targets.Classes classes) {
    return classes(features, LabelTexts.indices(labels, classes), classes);
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset classes(double[][] features, String[] labels, Targets.Classes classes) {
    return classes(Narrowing.floats("feature", features), labels, classes);
  }

  /**
   * Examples with one of k classes each, given as one-hot rows.
   *
   * @throws DataException if the sizes differ, a row is not one-hot or a feature is not finite
   */
  static Dataset classes(float[][] features, float[][] oneHot) {
    return classes(
        features,
        MemoryDataset.labels(Required.all(oneHot, "oneHot")),
        Targets.Classes.numbered(oneHot.length == 0 ? 2 : oneHot[0].length));
  }

  /** The same with {@code double} numbers, narrowed to {@code float}. */
  static Dataset classes(double[][] features, double[][] oneHot) {
    return classes(Narrowing.floats("feature", features), Narrowing.floats("target", oneHot));
  }

  /**
   * Examples with a yes-or-no target each.
   *
   * @param labels 0 or 1
   * @throws DataException if the sizes differ, a label is neither 0 nor 1 or a feature is not
   *     finite
   */
  static Dataset binary(float[][] features, int[] labels) {
    return binary(features, labels, new Targets.Binary());
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset binary(double[][] features, int[] labels) {
    return binary(Narrowing.floats("feature", features), labels);
  }

  /** The same with the words for 0 and 1, which a model tells in {@code Model.predictLabel}. */
  static Dataset binary(float[][] features, int[] labels, Targets.Binary words) {
    return MemoryDataset.binary(MemoryDataset.features(features), labels, words);
  }

  /**
   * The same with the words for 0 and 1.
   *
   * <pre>{@code
   * Dataset data = Dataset.binary(features, new int[] {0, 1, 1}, "benign", "malignant");
   * }</pre>
   */
  static Dataset binary(float[][] features, int[] labels, String no, String yes) {
    return binary(features, labels, new Targets.Binary(no, yes));
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset binary(double[][] features, int[] labels, String no, String yes) {
    return binary(Narrowing.floats("feature", features), labels, no, yes);
  }

  /** Examples with a yes-or-no target each, whose words are {@code false} and {@code true}. */
  static Dataset binary(float[][] features, boolean[] labels) {
    return binary(features, LabelTexts.indices(labels), "false", "true");
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset binary(double[][] features, boolean[] labels) {
    return binary(Narrowing.floats("feature", features), labels);
  }

  /**
   * Examples of which several labels may hold at once, such as what a picture shows.
   *
   * <pre>{@code
   * int[][] labels = {{1, 0, 1}, {0, 0, 0}, {0, 1, 1}};
   * Dataset data = Dataset.multiLabel(features, labels, "dog", "cat", "grass");
   * }</pre>
   *
   * <p>It is learnt by the loss {@code binary_crossentropy} with a last layer of as many sigmoid
   * units; {@code Model.predictLabels} names the labels that hold.
   *
   * @param labels a row for each example with 1 for each label that holds, else 0
   * @param names of the labels; without any they are 0, 1, …
   * @throws DataException if the sizes differ, a label is neither 0 nor 1 or a feature is not
   *     finite
   */
  static Dataset multiLabel(float[][] features, int[][] labels, String... names) {
    return MemoryDataset.multiLabel(
        MemoryDataset.features(features), labels, List.of(Required.all(names, "names")));
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  static Dataset multiLabel(double[][] features, int[][] labels, String... names) {
    return multiLabel(Narrowing.floats("feature", features), labels, names);
  }

  /**
   * Examples with real targets, one row each.
   *
   * @throws DataException if the sizes differ or a number is not finite
   */
  static Dataset regression(float[][] features, float[][] targets) {
    return MemoryDataset.regression(
        MemoryDataset.features(features), MemoryDataset.finite("target", targets));
  }

  /** Examples with one real target each. */
  static Dataset regression(float[][] features, float[] targets) {
    float[][] rows = new float[Objects.requireNonNull(targets, "targets").length][];
    for (int i = 0; i < targets.length; i++) {
      rows[i] = new float[] {targets[i]};
    }
    return regression(features, rows);
  }

  /**
   * The same with {@code double} numbers, narrowed to {@code float}. A column that loses digits
   * which tell its rows apart, such as milliseconds since 1970, is warned of.
   *
   * @throws DataException if the sizes differ, or a number is not finite or too large for a float
   */
  static Dataset regression(double[][] features, double[][] targets) {
    return regression(Narrowing.floats("feature", features), Narrowing.floats("target", targets));
  }

  /** Examples with one real target each, as {@code double}. */
  static Dataset regression(double[][] features, double[] targets) {
    double[][] rows = new double[Objects.requireNonNull(targets, "targets").length][];
    for (int i = 0; i < targets.length; i++) {
      rows[i] = new double[] {targets[i]};
    }
    return regression(features, rows);
  }

  /**
   * The names of the features, one for each number of an example, such as the columns of the file
   * that they came from; empty if they are not known. A model remembers those that it was trained
   * with. Where data with the same names in another order meets it, the columns are matched by
   * name; other names are refused.
   */
  default List<String> featureNames() {
    return List.of();
  }

  /**
   * The same examples with names for their features.
   *
   * @param names one for each number of an example, all different
   * @throws DataException if there are more or fewer, or a name is there twice
   */
  default Dataset withFeatureNames(String... names) {
    return new NamedDataset(this, List.of(Required.all(names, "names")));
  }

  /**
   * The same examples with names for their targets, which are real numbers: a model remembers them,
   * and each can be judged by itself.
   *
   * <pre>{@code
   * Dataset data = Dataset.regression(features, targets).withTargetNames("width", "height");
   * }</pre>
   *
   * @param names one for each number of a target, all different
   * @throws DataException if there are more or fewer, a name is there twice, or the targets are no
   *     real numbers
   */
  default Dataset withTargetNames(String... names) {
    return new TargetNames(this, List.of(Required.all(names, "names")));
  }

  /** How much an example counts in the loss and in metrics, at least 0; usually 1. */
  default double weight(int row) {
    return 1;
  }

  /**
   * The same examples with a weight each.
   *
   * @param weights one for each row; copied
   * @throws DataException if there are not as many as rows
   */
  default Dataset withWeights(double... weights) {
    return new WeightedDataset(this, weights);
  }

  /**
   * A view of some examples, in the given order.
   *
   * @param rows indices of examples of this data set; copied
   */
  default Dataset select(int... rows) {
    return new SelectedDataset(this, rows);
  }

  /**
   * The same examples seen in another shape of the same size, such as images for flat rows.
   *
   * @throws dev.nn.api.ShapeException if the sizes differ
   */
  default Dataset reshape(Shape shape) {
    return new ReshapedDataset(this, shape);
  }
}
