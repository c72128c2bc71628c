package dev.nn.core.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Adaptation;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  private static final Shape TWO = Shape.of(2);

  @Test
  void meanAndVarianceAreLearntFromAllRows() {
    List<Matrix> learnt = List.of(Matrix.zeros(1, 2), Matrix.zeros(1, 2));
    Adaptation adaptation = adaptation();
    adaptation.accept(Matrix.copyOf(new float[][] {{1, 1e19f}, {3, -1e19f}}));
    adaptation.accept(Matrix.copyOf(new float[][] {{5, 1e19f}, {7, -1e19f}}));
    adaptation.finish(learnt);
    assertArrayEquals(new float[] {4, 0}, learnt.get(0).row(0));
    assertArrayEquals(new float[] {5, 1e38f}, learnt.get(1).row(0), 1e32f);
  }

  @Test
  void featureWhoseVarianceIsNoFloatIsRefused() {
    Adaptation adaptation = adaptation();
    adaptation.accept(Matrix.copyOf(new float[][] {{0, 0x1p65f}, {0, -0x1p65f}}));
    List<Matrix> learnt = List.of(Matrix.zeros(1, 2), Matrix.zeros(1, 2));
    assertEquals(
        "normalization cannot scale feature 1: the square of its standard deviation, "
            + 0x1p65
            + ", is not a finite float; divide the feature by a constant first, so that it is less"
            + " than 1.8e19",
        assertThrows(NnException.class, () -> adaptation.finish(learnt)).getMessage());
  }

  @Test
  void featureWhoseVarianceIsTooSmallForAFloatIsRefused() {
    Adaptation adaptation = adaptation();
    adaptation.accept(Matrix.copyOf(new float[][] {{0, 0x1p-65f}, {0, -0x1p-65f}}));
    List<Matrix> learnt = List.of(Matrix.zeros(1, 2), Matrix.zeros(1, 2));
    assertEquals(
        "normalization cannot scale feature 1: the square of its standard deviation, "
            + 0x1p-65
            + ", is too small for a float; multiply the feature by a constant first, so that it is"
            + " more than 1.1e-19",
        assertThrows(NnException.class, () -> adaptation.finish(learnt)).getMessage());
  }

  private static Adaptation adaptation() {
    return new Normalization().adaptation(TWO).orElseThrow();
  }
}
