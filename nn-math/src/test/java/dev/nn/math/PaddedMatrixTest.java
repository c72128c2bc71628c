package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PaddedMatrixTest {
  @Test
  void rowsStartAMultipleOfSixteenFloatsApart() {
    assertEquals(16, Matrix.padded(3, 10).stride());
    assertEquals(16, Matrix.padded(3, 16).stride());
    assertEquals(32, Matrix.padded(3, 17).stride());
    assertEquals(0, Matrix.padded(3, 0).stride());
  }

  @Test
  void everyRowTheLastIncludedIsFollowedByItsPadding() {
    Matrix matrix = Matrix.padded(3, 10);
    assertEquals(6, matrix.padding());
    assertEquals(matrix.data().length, matrix.rowStart(2) + 10 + 6);
  }

  @Test
  void rowsKeepThePaddingAndColumnsDoNot() {
    Matrix matrix = Matrix.padded(3, 10);
    assertEquals(6, matrix.rows(1, 2).padding());
    assertEquals(0, matrix.columns(0, 10).padding());
    assertEquals(0, Matrix.zeros(3, 10).padding());
    assertEquals(0, Matrix.view(new float[48], 0, 3, 10, 16).padding());
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Matrix.padded(-1, 3));
    assertThrows(IllegalArgumentException.class, () -> Matrix.padded(3, -1));
    assertThrows(IllegalArgumentException.class, () -> Matrix.padded(1 << 28, 10));
  }
}
