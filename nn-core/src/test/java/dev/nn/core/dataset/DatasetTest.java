package dev.nn.core.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetTest {
  private static final float[][] X = {{1, 2}, {3, 4}, {5, 6}};

  @Test
  void classIndicesAndOneHotRowsAreTheSameData() {
    Dataset indices = Dataset.classes(X, new int[] {2, 0, 1});
    Dataset oneHot = Dataset.classes(X, new float[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}});
    assertEquals(new Targets.Classes(List.of("0", "1", "2")), indices.targets());
    assertEquals(indices.targets(), oneHot.targets());
    for (int row = 0; row < 3; row++) {
      assertArrayEquals(target(indices, row), target(oneHot, row));
    }
    assertArrayEquals(new float[] {0, 0, 1}, target(indices, 0));
  }

  @Test
  void doublesAreNarrowedOnce() {
    Dataset data = Dataset.regression(new double[][] {{0.1}}, new double[][] {{0.2, 1e-3}});
    Matrix features = Matrix.zeros(1, 1);
    data.readFeatures(0, features, 0);
    assertEquals(0.1f, features.get(0, 0));
    assertArrayEquals(new float[] {0.2f, 1e-3f}, target(data, 0));
  }

  @Test
  void aSelectionIsAViewInItsOwnOrder() {
    Dataset data = Dataset.binary(X, new int[] {1, 0, 1}).select(2, 0);
    assertEquals(2, data.rows());
    Matrix features = Matrix.zeros(3, 2);
    data.readFeatures(0, features, 1);
    assertArrayEquals(new float[] {5, 6}, features.row(1));
    assertArrayEquals(new float[] {1}, target(data, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> data.select(2));
  }

  @Test
  void aShapeOfTheSameSizeMayBeGiven() {
    Dataset data = Dataset.binary(X, new int[] {1, 0, 1});
    assertEquals(Shape.of(1, 2, 1), data.reshape(Shape.of(1, 2, 1)).shape());
    ShapeException e = assertThrows(ShapeException.class, () -> data.reshape(Shape.of(3)));
    assertEquals("examples of shape (2) have 2 features and cannot be seen as (3)", e.getMessage());
  }

  @Test
  void whatCannotBeUsedIsRefusedWithItsPlace() {
    assertMessage(
        "row 1, column 0: feature NaN is not a finite number",
        () -> Dataset.binary(new float[][] {{1, 2}, {Float.NaN, 4}}, new int[] {0, 1}));
    assertMessage(
        "row 0, column 1: feature 1.0E300 is too large for a float, which reaches to 3.4e38;"
            + " divide the column by a constant",
        () -> Dataset.binary(new double[][] {{1, 1e300}}, new int[] {0}));
    assertMessage(
        "row 1 has 1 feature, row 0 has 2",
        () -> Dataset.binary(new float[][] {{1, 2}, {3}}, new int[] {0, 1}));
    assertMessage("3 rows of features but 2 targets", () -> Dataset.binary(X, new int[] {0, 1}));
    assertMessage("row 2: label 2 is not 0 or 1", () -> Dataset.binary(X, new int[] {0, 1, 2}));
    assertMessage(
        "row 1: label -1 is not the index of a class, 0 to 2",
        () -> Dataset.classes(X, new int[] {2, -1, 0}));
    assertMessage(
        "row 0: label 3 is not the index of a class, 0 to 1",
        () -> Dataset.classes(X, new int[] {3, 0, 0}, Targets.Classes.numbered(2)));
    assertMessage(
        "row 1 of the targets is not one-hot: exactly one 1, else 0",
        () -> Dataset.classes(X, new float[][] {{0, 1}, {1, 1}, {1, 0}}));
    assertMessage(
        "row 0, column 0: target NaN is not a finite number",
        () -> Dataset.regression(X, new float[] {Float.NaN, 1, 2}));
  }

  private static void assertMessage(String message, Executable code) {
    assertEquals(message, assertThrows(DataException.class, code).getMessage());
  }

  private static float[] target(Dataset data, int row) {
    Matrix target = Matrix.zeros(2, data.targets().columns());
    data.readTarget(row, target, 1);
    return target.row(1);
  }

  /** Before a number is looked at: all rows are one array here. */
  @Test
  void whatFitsNoArrayIsSaidWithWhatToDo() {
    float[][] rows = new float[50_000][];
    Arrays.fill(rows, new float[50_000]);
    DataException e =
        assertThrows(DataException.class, () -> Dataset.regression(rows, new float[rows.length]));
    assertEquals(
        "50000 rows of 50000 features are more numbers than an array holds; write them to a file"
            + " with DatasetFile, a table with \"nn convert\", and train on that file",
        e.getMessage());
  }
}
