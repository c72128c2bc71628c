package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.message.Required;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Objects;

/**
 * Examples to learn from or to be judged by: each has features, all of one shape, and a target.
 *
 * <p>The factory methods below copy the arrays that they are given:
 *
 * <pre>{@code
 * float[][] features = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
 * Dataset xor = Dataset.binary(features, new int[] {0, 1, 1, 0}, "same", "different");
 * }</pre>
 *
 * <p>Your own implementation may read its rows from elsewhere, such as a file that does not fit
 * into memory. It must allow several threads to read at the same time, and must return the same
 * numbers each time a row is read: training asks for the rows anew in every epoch, and its
 * reproducibility rests on that.
 */
public interface Dataset {

  /** Returns the number of examples. */
  int rows();

  /** Returns the shape of the features of one example. */
  Shape shape();

  /** Returns what the targets are: classes, yes or no, or real numbers. */
  Targets targets();

  /**
   * Copies the features of an example into a row of a matrix.
   *
   * @param row which example, from 0
   * @param into a matrix with {@code shape().size()} columns
   * @param at the row of {@code into} that receives them
   */
  void readFeatures(int row, Matrix into, int at);

  /**
   * Copies the target of an example into a row of a matrix. A class is a one-hot row.
   *
   * @param row which example, from 0
   * @param into a matrix with {@code targets().columns()} columns
   * @param at the row of {@code into} that receives it
   */
  void readTarget(int row, Matrix into, int at);

  /**
   * Returns examples that each belong to one of k classes, where k is the largest label plus 1.
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

  /** Returns the same from {@code double} features, which are narrowed to {@code float}. */
  static Dataset classes(double[][] features, int[] labels) {
    return classes(Narrowing.floats("feature", features), labels);
  }

  /**
   * Returns examples that each belong to one of the named classes.
   *
   * <pre>{@code
   * Dataset data = Dataset.classes(features, labels, new Targets.Classes(List.of("cat", "dog")));
   * }</pre>
   *
   * @param labels for each row the index of its class
   * @param classes the names of all classes
   * @throws DataException if the sizes differ, a label is not the index of a class or a feature is
   *     not finite
   */
  static Dataset classes(float[][] features, int[] labels, Targets.Classes classes) {
    return MemoryDataset.classes(MemoryDataset.features(features), labels, classes);
  }

  /** Returns the same from {@code double} features, which are narrowed to {@code float}. */
  static Dataset classes(double[][] features, int[] labels, Targets.Classes classes) {
    return classes(Narrowing.floats("feature", features), labels, classes);
  }

  /**
   * Returns examples that each belong to one of k classes, which are given by name. The classes are
   * the different labels in sorted order, so that the order of the rows makes no difference.
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

  /** Returns the same from {@code double} features, which are narrowed to {@code float}. */
  static Dataset classes(double[][] features, String[] labels) {
    return classes(Narrowing.floats("feature", features), labels);
  }

  /**
   * Returns examples that each belong to one of the given classes, by name. This is the method for
   * rows that need not have an example of every class, such as new rows for a model that was
   * trained on all of them.
   *
   * @throws DataException if the sizes differ, a label is not one of the classes or a feature is
   *     not finite
   */
  static Dataset classes(float[][] features, String[] labels, Targets.Classes classes) {
    return classes(features, LabelTexts.indices(labels, classes), classes);
  }

  /** Returns the same from {@code double} features, which are narrowed to {@code float}. */
  static Dataset classes(double[][] features, String[] labels, Targets.Classes classes) {
    return classes(Narrowing.floats("feature", features), labels, classes);
  }

  /**
   * Returns examples that each belong to one of k classes, which are given as one-hot rows.
   *
   * @throws DataException if the sizes differ, a row is not one-hot or a feature is not finite
   */
  static Dataset classes(float[][] features, float[][] oneHot) {
    return classes(
        features,
        MemoryDataset.labels(Required.all(oneHot, "oneHot")),
        Targets.Classes.numbered(oneHot.length == 0 ? 2 : oneHot[0].length));
  }

  /** Returns the same from {@code double} numbers, which are narrowed to {@code float}. */
  static Dataset classes(double[][] features, double[][] oneHot) {
    return classes(Narrowing.floats("feature", features), Narrowing.floats("target", oneHot));
  }

  /**
   * Returns examples that each have a yes-or-no target.
   *
   * @param labels for each row 0, which means no, or 1, which means yes
   * @throws DataException if the sizes differ, a label is neither 0 nor 1 or a feature is not
   *     finite
   */
  static Dataset binary(float[][] features, int[] labels) {
    return binary(features, labels, new Targets.Binary());
  }

  /** Returns the same from {@code double} features, which are narrowed to {@code float}. */
  static Dataset binary(double[][] features, int[] labels) {
    return binary(Narrowing.floats("feature", features), labels);
  }

  /** Returns the same with words for 0 and 1, which {@code Model.predictLabel} answers with. */
  static Dataset binary(float[][] features, int[] labels, Targets.Binary words) {
    return MemoryDataset.binary(MemoryDataset.features(features), labels, words);
  }

  /**
   * Returns the same with words for 0 and 1, which {@code Model.predictLabel} answers with.
   *
   * <pre>{@code
   * Dataset data = Dataset.binary(features, new int[] {0, 1, 1}, "benign", "malignant");
   * }</pre>
   */
  static Dataset binary(float[][] features, int[] labels, String no, String yes) {
    return binary(features, labels, new Targets.Binary(no, yes));
  }

  /** Returns the same from {@code double} features, which are narrowed to {@code float}. */
  static Dataset binary(double[][] features, int[] labels, String no, String yes) {
    return binary(Narrowing.floats("feature", features), labels, no, yes);
  }

  /**
   * Returns examples that each have a yes-or-no target, whose words are {@code false} and {@code
   * true}.
   */
  static Dataset binary(float[][] features, boolean[] labels) {
    return binary(features, LabelTexts.indices(labels), "false", "true");
  }

  /** Returns the same from {@code double} features, which are narrowed to {@code float}. */
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
   * @param targets a row for each example, all of one length
   * @throws DataException if the sizes differ or a number is not finite
   */
  static Dataset regression(float[][] features, float[][] targets) {
    return MemoryDataset.regression(
        MemoryDataset.features(features), MemoryDataset.finite("target", targets));
  }

  /** Returns examples that each have one real number as their target. */
  static Dataset regression(float[][] features, float[] targets) {
    float[][] rows = new float[Objects.requireNonNull(targets, "targets").length][];
    for (int i = 0; i < targets.length; i++) {
      rows[i] = new float[] {targets[i]};
    }
    return regression(features, rows);
  }

  /**
   * Returns the same from {@code double} numbers, which are narrowed to {@code float}. If a column
   * loses digits that tell its rows apart, as milliseconds since 1970 do, a warning names it.
   *
   * @throws DataException if the sizes differ, or a number is not finite or too large for a float
   */
  static Dataset regression(double[][] features, double[][] targets) {
    return regression(Narrowing.floats("feature", features), Narrowing.floats("target", targets));
  }

  /**
   * Returns examples that each have one real number as their target, from {@code double} numbers.
   */
  static Dataset regression(double[][] features, double[] targets) {
    double[][] rows = new double[Objects.requireNonNull(targets, "targets").length][];
    for (int i = 0; i < targets.length; i++) {
      rows[i] = new double[] {targets[i]};
    }
    return regression(features, rows);
  }

  /**
   * Returns the names of the features, one for each number of an example, such as the columns of
   * the file that they came from. The list is empty if the names are not known.
   *
   * <p>A model remembers the names that it was trained with. If it later meets data with the same
   * names in another order, the columns are matched by name, and data with other names is refused.
   */
  default List<String> featureNames() {
    return List.of();
  }

  /**
   * Returns the same examples with names for their features.
   *
   * @param names one for each number of an example, no two of them equal
   * @throws DataException if there are more or fewer names than numbers, or a name occurs twice
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
   * Returns the same examples with a weight for each of them. An example of weight 2 counts twice
   * as much as one of weight 1, and one of weight 0 does not count at all.
   *
   * @param weights one for each row; copied
   * @throws DataException if there are not as many weights as rows
   */
  default Dataset withWeights(double... weights) {
    return new WeightedDataset(this, weights);
  }

  /**
   * Returns a view of some examples, in the given order.
   *
   * @param rows indices of examples of this data set; copied
   */
  default Dataset select(int... rows) {
    return new SelectedDataset(this, rows);
  }

  /**
   * Returns the same examples seen in another shape of the same size, such as flat rows of 64
   * numbers seen as images of 8 × 8.
   *
   * @throws dev.nn.api.ShapeException if the sizes differ
   */
  default Dataset reshape(Shape shape) {
    return new ReshapedDataset(this, shape);
  }
}
