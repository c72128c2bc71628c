package dev.nn.spark.cluster;

import dev.nn.api.DataException;
import dev.nn.core.ShardTrainer;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import dev.nn.spark.round.PackedRows;
import dev.nn.spark.round.Recipe;
import org.apache.spark.sql.Row;

/** Makes packed rows of a table's rows, one after the other, and checks them. */
final class RowReader {
  private final Columns columns;
  private final ShardTrainer trainer;
  private final Targets targets;
  private final int features;
  private final float[] packed;
  private final float[] ofFeatures;
  private final Matrix target;
  private final PackedRows view;

  RowReader(Columns columns, Recipe recipe) {
    this.columns = columns;
    this.trainer = recipe.trainer();
    this.targets = recipe.targets();
    this.features = recipe.shape().size();
    this.packed = new float[recipe.stride()];
    this.ofFeatures = new float[features];
    this.target = Matrix.zeros(1, targets.columns());
    this.view = recipe.rows(packed);
  }

  /**
   * Reads a row.
   *
   * @return the packed row, in an array that the next row will be in too
   * @throws DataException if it cannot be used; the message names the column
   */
  float[] read(Row row) {
    Numbers.read(row, 0, columns.features(), packed, 0, features);
    if (targets instanceof Targets.Real) {
      Numbers.read(row, 1, columns.label(), packed, features, targets.columns());
    } else {
      packed[features] = classOf(row);
    }
    packed[packed.length - 1] = weight(row);
    System.arraycopy(packed, 0, ofFeatures, 0, features);
    view.readTarget(0, target, 0);
    trainer.checkRow(ofFeatures, target.data());
    return packed;
  }

  private float classOf(Row row) {
    float[] label = new float[1];
    Numbers.read(row, 1, columns.label(), label, 0, 1);
    int classes = targets instanceof Targets.Classes several ? several.columns() : 2;
    if (label[0] != Math.rint(label[0])) {
      throw new DataException("Labels MUST be Integers, but got " + label[0]);
    }
    if (label[0] < 0 || label[0] >= classes) {
      throw new DataException(
          "Labels MUST be in [0, %s), but got %s; the last layer says how many classes there are"
              .formatted(classes, label[0]));
    }
    return label[0];
  }

  private float weight(Row row) {
    if (!columns.hasWeight()) {
      return 1;
    }
    float[] weight = new float[1];
    Numbers.read(row, columns.weightAt(), columns.weight(), weight, 0, 1);
    if (weight[0] < 0) {
      throw new DataException(
          "column %s is %s, but a weight is at least 0".formatted(columns.weight(), weight[0]));
    }
    return weight[0];
  }

  /** Where a row is, for messages: its file, if it has one, and its place among the task's rows. */
  String place(Row row, int partition, long index) {
    String file = row.getString(columns.fileAt());
    return "row %s of partition %s%s"
        .formatted(index, partition, file.isEmpty() ? "" : " (file " + file + ")");
  }
}
