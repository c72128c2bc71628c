package dev.nn.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutTest {
  private static final int ROWS = 20;

  private static Dataset data() {
    float[][] x = new float[ROWS][1];
    for (int i = 0; i < ROWS; i++) {
      x[i][0] = i;
    }
    return Dataset.regression(x, new float[ROWS]);
  }

  private static List<Float> rows(Dataset data) {
    List<Float> rows = new ArrayList<>();
    for (int i = 0; i < data.rows(); i++) {
      Matrix row = Matrix.zeros(1, 1);
      data.readFeatures(i, row, 0);
      rows.add(row.get(0, 0));
    }
    return rows;
  }

  @Test
  void everyRowIsInOnePartAndKeepsItsOrder() {
    HeldOut split = HeldOut.of(data(), 0.25, 3);
    List<Float> train = rows(split.train());
    List<Float> validation = rows(split.validation());
    assertEquals(15, train.size());
    assertEquals(5, validation.size());
    assertEquals(train.stream().sorted().toList(), train);
    assertEquals(validation.stream().sorted().toList(), validation);
    train.addAll(validation);
    assertEquals(ROWS, train.stream().distinct().count());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.99})
  void aSplitThatLeavesAPartEmptyIsRefused(double fraction) {
    assertThrows(DataException.class, () -> HeldOut.of(data(), fraction, 3));
  }
}
