package dev.nn.spark.round;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingTest {
  /** One array, one that is full to its last row, several, and rows wider than an array. */
  @ParameterizedTest
  @CsvSource({"1, 5", "1, 87381", "2, 200000", "1000, 3000", "300000, 3"})
  void rowsComeBackInOrder(int features, int rows) {
    Targets targets = new Targets.Real(1);
    int stride = PackedRows.stride(features, targets);
    Packing packing = new Packing(stride);
    float[] row = new float[stride];
    for (int i = 0; i < rows; i++) {
      row[0] = i;
      row[features] = -i;
      row[stride - 1] = i % 7;
      packing.add(RowKey.of(row, 1));
    }
    PackedRows packed = new PackedRows(packing.packed(), Shape.of(features), targets);
    assertEquals(rows, packed.rows());
    Matrix into = Matrix.zeros(1, features);
    Matrix target = Matrix.zeros(1, 1);
    for (int i = 0; i < rows; i += 1 + rows / 1000) {
      packed.readFeatures(i, into, 0);
      packed.readTarget(i, target, 0);
      assertEquals(i, into.get(0, 0));
      assertEquals(-i, target.get(0, 0));
      assertEquals(i % 7, packed.weight(i));
    }
    packed.readFeatures(rows - 1, into, 0);
    assertEquals(rows - 1, into.get(0, 0));
  }

  @Test
  void noRowsAreNoArrays() {
    assertArrayEquals(new float[0][], new Packing(3).packed());
  }

  @Test
  void aShardWithMoreRowsThanADataSetMayHaveIsRefused() {
    float[][] packed = new float[1 << 12][];
    Arrays.fill(packed, new float[1 << 20]);
    DataException e = assertThrows(DataException.class, () -> Packing.rows(packed, 1));
    assertEquals(
        "a shard has 4294967296 rows, of which it may have 2147483647: set shards to a larger"
            + " number",
        e.getMessage());
  }
}
