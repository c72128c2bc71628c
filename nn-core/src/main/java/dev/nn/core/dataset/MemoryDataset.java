package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.message.Plural;
import dev.nn.core.message.Required;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Examples in memory. Classes are kept as indices and become one-hot rows when they are read. */
final class MemoryDataset implements Dataset {
  /** Labels that would make more classes than this are taken for something else than indices. */
  private static final int MOST_CLASSES = 1_000_000;

  /** What one array holds in every JVM. */
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

  private final Matrix features;
  private final Matrix stored;
  private final Targets targets;

  private MemoryDataset(Matrix features, Matrix stored, Targets targets) {
    if (features.rows() != stored.rows()) {
      throw new DataException(
          Plural.of(features.rows(), "row")
              + " of features but "
              + Plural.of(stored.rows(), "target"));
    }
    this.features = features;
    this.stored = stored;
    this.targets = targets;
  }

  static MemoryDataset classes(Matrix features, int[] labels, Targets.Classes classes) {
    Objects.requireNonNull(classes, "classes");
    int count = classes.columns();
    return new MemoryDataset(
        features, labelColumn(labels, count, "the index of a class, 0 to " + (count - 1)), classes);
  }

  static MemoryDataset binary(Matrix features, int[] labels, Targets.Binary words) {
    Objects.requireNonNull(words, "words");
    return new MemoryDataset(features, labelColumn(labels, 2, "0 or 1"), words);
  }

  static MemoryDataset multiLabel(Matrix features, int[][] labels, List<String> names) {
    Required.all(labels, "labels");
    int count = names.isEmpty() && labels.length > 0 ? labels[0].length : names.size();
    Matrix stored = Matrix.zeros(labels.length, count);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i].length != count) {
        throw new DataException(
            "row %s has %s, but there are %s"
                .formatted(i, Plural.of(labels[i].length, "label"), count));
      }
      for (int j = 0; j < count; j++) {
        if (labels[i][j] != 0 && labels[i][j] != 1) {
          throw new DataException(
              "row %s, column %s: label %s is not 0 or 1".formatted(i, j, labels[i][j]));
        }
        stored.set(i, j, labels[i][j]);
      }
    }
    return new MemoryDataset(
        features,
        stored,
        names.isEmpty() ? Targets.MultiLabel.numbered(count) : new Targets.MultiLabel(names));
  }

  static MemoryDataset regression(Matrix features, Matrix targets) {
    return new MemoryDataset(features, targets, new Targets.Real(targets.columns()));
  }

  private static Matrix labelColumn(int[] labels, int count, String allowed) {
    Objects.requireNonNull(labels, "labels");
    Matrix column = Matrix.zeros(labels.length, 1);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= count) {
        throw new DataException("row " + i + ": label " + labels[i] + " is not " + allowed);
      }
      column.set(i, 0, labels[i]);
    }
    return column;
  }

  static Matrix features(float[][] rows) {
    return finite("feature", rows);
  }

  static Matrix finite(String what, float[][] rows) {
    Required.all(rows, what + "s");
    if (rows.length > 0 && (long) rows.length * rows[0].length > MOST_NUMBERS) {
      throw new DataException(
          "%s rows of %s are more numbers than an array holds; write them to a file with DatasetFile, a table with \"nn convert\", and train on that file"
              .formatted(rows.length, Plural.of(rows[0].length, what)));
    }
    for (int i = 0; i < rows.length; i++) {
      checkLength(what, i, rows[i].length, rows[0].length);
      for (int j = 0; j < rows[i].length; j++) {
        if (!Float.isFinite(rows[i][j])) {
          throw notFinite(what, i, j, rows[i][j]);
        }
      }
    }
    return Matrix.copyOf(rows);
  }

  static void checkLength(String what, int row, int length, int expected) {
    if (length != expected) {
      throw new DataException(
          "row %s has %s, row 0 has %s".formatted(row, Plural.of(length, what), expected));
    }
    // A loss that judges predictions alone has no targets; without features there is no network.
    if (length == 0 && what.equals("feature")) {
      throw new DataException(
          "rows without features: row 0 has no numbers; give each row at least one");
    }
  }

  static DataException notFinite(String what, int row, int column, double number) {
    return new DataException(
        "row %s, column %s: %s %s is not a finite number".formatted(row, column, what, number));
  }

  /**
   * The classes that labels from 0 to the largest stand for.
   *
   * @throws DataException if a label is so large that it can hardly be the index of a class
   */
  static Targets.Classes numbered(int[] labels) {
    int largest = 1;
    for (int i = 0; i < Objects.requireNonNull(labels, "labels").length; i++) {
      if (labels[i] >= MOST_CLASSES) {
        throw new DataException(
            "row %s: label %s would make %s classes; labels are indices from 0: number the classes 0, 1, 2, …, or give the labels as texts (String[])"
                .formatted(i, labels[i], labels[i] + 1L));
      }
      largest = Math.max(largest, labels[i]);
    }
    return Targets.Classes.numbered(largest + 1);
  }

  static int[] labels(float[][] oneHot) {
    int[] labels = new int[oneHot.length];
    for (int i = 0; i < oneHot.length; i++) {
      if (oneHot[i].length != oneHot[0].length) {
        throw new DataException(
            "row %s of the targets has %s, row 0 has %s"
                .formatted(i, Plural.of(oneHot[i].length, "column"), oneHot[0].length));
      }
      int ones = 0;
      for (int j = 0; j < oneHot[i].length; j++) {
        if (oneHot[i][j] == 1) {
          ones++;
          labels[i] = j;
        } else if (oneHot[i][j] != 0) {
          ones = 2;
        }
      }
      if (ones != 1) {
        throw new DataException(
            "row " + i + " of the targets is not one-hot: exactly one 1, else 0");
      }
    }
    return labels;
  }

  @Override
  public int rows() {
    return features.rows();
  }

  @Override
  public Shape shape() {
    if (features.columns() == 0) {
      throw new DataException("the data has no rows, so nothing tells how many features they have");
    }
    return Shape.of(features.columns());
  }

  @Override
  public Targets targets() {
    return targets;
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    copyRow(features, row, into, at);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    if (targets instanceof Targets.Classes) {
      int start = into.rowStart(at);
      Arrays.fill(into.data(), start, start + into.columns(), 0);
      into.set(at, (int) stored.get(row, 0), 1);
    } else {
      copyRow(stored, row, into, at);
    }
  }

  private static void copyRow(Matrix source, int row, Matrix into, int at) {
    System.arraycopy(
        source.data(), source.rowStart(row), into.data(), into.rowStart(at), source.columns());
  }

  /** Rows, features and targets: {@code 150 rows, 4 features, 3 classes: a, b, c}. */
  @Override
  public String toString() {
    return "%s, %s, %s"
        .formatted(Plural.of(rows(), "row"), Plural.of(features.columns(), "feature"), targets);
  }
}
