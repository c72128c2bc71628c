package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.message.Plural;
import dev.nn.core.message.Required;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Objects;

/** Examples in memory. Classes are kept as indices and become one-hot rows when they are read. */
final class MemoryDataset implements Dataset {
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

  static MemoryDataset binary(Matrix features, int[] labels) {
    return new MemoryDataset(features, labelColumn(labels, 2, "0 or 1"), new Targets.Binary());
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
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows[0].length) {
        throw new DataException(
            "row %s has %s, row 0 has %s"
                .formatted(i, Plural.of(rows[i].length, what), rows[0].length));
      }
      for (int j = 0; j < rows[i].length; j++) {
        if (!Float.isFinite(rows[i][j])) {
          throw new DataException(
              "row %s, column %s: %s %s is not a finite number".formatted(i, j, what, rows[i][j]));
        }
      }
    }
    return Matrix.copyOf(rows);
  }

  static float[][] narrow(String what, double[][] rows) {
    Required.all(rows, what);
    float[][] narrowed = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      narrowed[i] = new float[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        narrowed[i][j] = (float) rows[i][j];
      }
    }
    return narrowed;
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
}
