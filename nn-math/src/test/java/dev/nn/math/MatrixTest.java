package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MatrixTest {
  /** 0 to 11 as three rows of four. */
  private static Matrix counting() {
    return Matrix.view(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0, 3, 4, 4);
  }

  @Test
  void zerosAreZeroAndDense() {
    Matrix matrix = Matrix.zeros(2, 3);
    assertEquals(2, matrix.rows());
    assertEquals(3, matrix.columns());
    assertEquals(3, matrix.stride());
    assertEquals(6, matrix.size());
    assertArrayEquals(new float[6], matrix.data());
  }

  @Test
  void impossibleSizesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Matrix.zeros(-1, 3));
    assertThrows(IllegalArgumentException.class, () -> Matrix.zeros(3, -1));
    var tooLarge = assertThrows(IllegalArgumentException.class, () -> Matrix.zeros(65536, 65536));
    assertEquals("65536 × 65536 floats do not fit in one array", tooLarge.getMessage());
  }

  @Test
  void emptyMatricesAreAllowed() {
    assertEquals(0, Matrix.zeros(0, 5).size());
    assertEquals(0, Matrix.zeros(5, 0).size());
    assertEquals(0, Matrix.copyOf(new float[0][]).rows());
    assertEquals(0, counting().rows(3, 3).rows());
    assertEquals(0, counting().columns(4, 4).columns());
  }

  @Test
  void copyOfDoesNotShare() {
    float[][] rows = {{1, 2}, {3, 4}};
    Matrix matrix = Matrix.copyOf(rows);
    rows[0][0] = 9;
    assertArrayEquals(new float[][] {{1, 2}, {3, 4}}, matrix.toArray());
  }

  @Test
  void copyOfNamesTheRowThatDiffers() {
    float[][] ragged = {{1, 2}, {3, 4}, {5}};
    var thrown = assertThrows(IllegalArgumentException.class, () -> Matrix.copyOf(ragged));
    assertEquals("row 2 has 1 columns, row 0 has 2", thrown.getMessage());
  }

  @Test
  void rowOfIsAViewOfTheArray() {
    float[] data = {1, 2, 3};
    Matrix row = Matrix.rowOf(data);
    assertSame(data, row.data());
    assertEquals("1 × 3 matrix", row.toString());
  }

  @Test
  void viewsReadAndWriteTheSameElements() {
    Matrix matrix = counting();
    Matrix inner = matrix.rows(1, 3).columns(1, 3);
    assertArrayEquals(new float[][] {{5, 6}, {9, 10}}, inner.toArray());
    inner.set(1, 0, -1);
    assertEquals(-1, matrix.get(2, 1));
    assertEquals(9, inner.rowStart(1));
    assertArrayEquals(new float[] {-1, 10}, inner.row(1));
  }

  @Test
  void viewsMustLieInTheArray() {
    float[] data = new float[11];
    assertEquals(6, Matrix.view(data, 1, 3, 2, 4).size());
    assertThrows(IndexOutOfBoundsException.class, () -> Matrix.view(data, 2, 3, 2, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> Matrix.view(data, -1, 1, 1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> Matrix.view(data, 0, 2, 3, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> Matrix.view(data, 12, 0, 0, 0));
  }

  @Test
  void indicesAreCheckedAgainstTheViewAndNotTheArray() {
    Matrix inner = counting().columns(0, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> inner.get(0, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> inner.set(3, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> inner.get(-1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> inner.row(3));
    assertThrows(IndexOutOfBoundsException.class, () -> inner.rows(2, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> inner.columns(1, 3));
  }

  @Test
  void fillAndCopyStayInsideTheView() {
    Matrix matrix = counting();
    matrix.columns(1, 3).fill(0);
    assertArrayEquals(new float[][] {{0, 0, 0, 3}, {4, 0, 0, 7}, {8, 0, 0, 11}}, matrix.toArray());
    Matrix.copyOf(new float[][] {{1, 2}, {3, 4}}).copyTo(matrix.rows(0, 2).columns(2, 4));
    assertArrayEquals(new float[][] {{0, 0, 1, 2}, {4, 0, 3, 4}, {8, 0, 0, 11}}, matrix.toArray());
  }

  @Test
  void copyingBetweenShapesIsRefused() {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> counting().copyTo(Matrix.zeros(4, 3)));
    assertEquals("cannot copy a 3 × 4 matrix to a 4 × 3 matrix", thrown.getMessage());
  }
}
