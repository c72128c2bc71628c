package dev.nn.spark.cluster;

import dev.nn.api.DataException;
import dev.nn.core.ShardTrainer;
import dev.nn.core.dataset.LostDigits;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import dev.nn.spark.round.PackedRows;
import dev.nn.spark.round.Recipe;
import java.util.List;
import org.apache.spark.sql.Row;

/** Makes packed rows of a table's rows, one after the other, and checks them. */
final class RowReader {
  private final Columns columns;
  private final ShardTrainer trainer;
  private final Targets targets;
  private final int features;
  private final float[] packed;
  private final float[] ofFeatures;
  private final double[] given;
  private final double[] label;
  private final double[] weight = new double[1];
  private final LostDigits lost;
  private final Matrix target;
  private final PackedRows view;

  RowReader(Columns columns, Recipe recipe) {
    this.columns = columns;
    this.trainer = recipe.trainer();
    this.targets = recipe.targets();
    this.features = recipe.shape().size();
    this.packed = new float[recipe.stride()];
    this.ofFeatures = new float[features];
    this.given = new double[features];
    this.label = new double[targets instanceof Targets.Real ? targets.columns() : 1];
    this.lost = new LostDigits(features + label.length);
    this.target = Matrix.zeros(1, targets.columns());
    this.view = recipe.rows(new float[][] {packed});
  }

  /**
   * Reads a row.
   *
   * @return the packed row, in an array that the next row will be in too
   * @throws DataException if it cannot be used; the message names the column
   */
  float[] read(Row row) {
    Numbers.read(row, 0, columns.features(), given);
    Numbers.read(row, 1, columns.label(), label);
    if (!(targets instanceof Targets.Real)) {
      checkClass(label[0]);
    }
    narrow(given, 0);
    narrow(label, features);
    packed[packed.length - 1] = weight(row);
    System.arraycopy(packed, 0, ofFeatures, 0, features);
    view.readTarget(0, target, 0);
    trainer.checkRow(ofFeatures, target.data());
    return packed;
  }

  private void narrow(double[] numbers, int at) {
    for (int i = 0; i < numbers.length; i++) {
      packed[at + i] = (float) numbers[i];
      lost.add(at + i, numbers[i], packed[at + i]);
    }
  }

  /** A label is looked at before it is narrowed, since the nearest float may be whole. */
  private void checkClass(double label) {
    int classes = targets instanceof Targets.Classes several ? several.columns() : 2;
    if (label != Math.rint(label)) {
      throw new DataException("Labels MUST be Integers, but got " + label);
    }
    if (label < 0 || label >= classes) {
      throw new DataException(
          "Labels MUST be in [0, %s), but got %s; the last layer says how many classes there are"
              .formatted(classes, label));
    }
  }

  /** What to say of the columns that lost digits, once all rows of a partition are read. */
  List<String> lostDigits(int partition) {
    return lost.warnings(i -> "partition %s, column %s".formatted(partition, name(i)));
  }

  private String name(int index) {
    if (index < features) {
      return columns.features() + "[" + index + "]";
    }
    return columns.label() + (label.length == 1 ? "" : "[" + (index - features) + "]");
  }

  private float weight(Row row) {
    if (!columns.hasWeight()) {
      return 1;
    }
    Numbers.read(row, columns.weightAt(), columns.weight(), weight);
    if (weight[0] < 0) {
      throw new DataException(
          "column %s is %s, but a weight is at least 0".formatted(columns.weight(), weight[0]));
    }
    return (float) weight[0];
  }

  /** Where a row is, for messages: its file, if it has one, and its place among the task's rows. */
  String place(Row row, int partition, long index) {
    String file = row.getString(columns.fileAt());
    return "row %s of partition %s%s"
        .formatted(index, partition, file.isEmpty() ? "" : " (file " + file + ")");
  }
}
