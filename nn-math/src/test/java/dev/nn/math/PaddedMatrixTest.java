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
  void rowsThatWouldMeetInTheSameSetsOfTheCacheAreOneLineFurtherApart() {
    assertEquals(512 + 16, Matrix.padded(3, 512).stride());
    assertEquals(512 + 16, Matrix.padded(3, 500).stride());
    assertEquals(496, Matrix.padded(3, 490).stride());
    assertEquals(2048 + 16, Matrix.padded(3, 2048).stride());
  }

  @Test
  void everyRowBeginsACacheLineOfAnArrayThatBeginsAPage() {
    Matrix matrix = Matrix.padded(5, 33);
    for (int row = 0; row < 5; row++) {
      int bytesBefore = 16 + Float.BYTES * matrix.rowStart(row);
      assertEquals(0, bytesBefore % 64, "row " + row);
    }
  }

  @Test
  void theNextLineBeginsAtTheIndexOrAtMostFifteenFurther() {
    assertEquals(12, CacheLines.next(0));
    assertEquals(12, CacheLines.next(12));
    assertEquals(28, CacheLines.next(13));
    assertEquals(28, CacheLines.next(28));
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
