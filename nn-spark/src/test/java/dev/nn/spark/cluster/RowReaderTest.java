package dev.nn.spark.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.dataset.Targets;
import dev.nn.spark.round.Recipe;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class RowReaderTest {
  private static final Columns COLUMNS = new Columns("features", "label", "", "");

  private static RowReader reader() {
    return new RowReader(
        COLUMNS,
        new Recipe("dense(units=1)", 2, "mean_squared_error", "sgd", "", 1, new Targets.Real(1)));
  }

  @Test
  void doublesThatBecomeEqualAreNamed() {
    RowReader reader = reader();
    for (double time : new double[] {1700000000001.0, 1700000000999.0}) {
      float[] unused =
          reader.read(RowFactory.create(Vectors.dense(0.1 * time % 1, time), time, ""));
    }
    String rest =
        ", from 1.700000000001E12 to 1.700000000999E12, loses digits as float, where numbers of"
            + " this size are 1.31e+05 apart, and different rows become equal; subtract an offset"
            + " such as 1.700000000001E12 or scale the column before it is given (the layer"
            + " normalization comes too late for that)";
    assertEquals(
        List.of("partition 7, column features[1]" + rest, "partition 7, column label" + rest),
        reader.lostDigits(7));
  }

  @Test
  void digitsThatTellNoRowsApartAreNotMissed() {
    RowReader reader = reader();
    for (double number : new double[] {0.123456789, 0.987654321, -5}) {
      float[] unused = reader.read(RowFactory.create(Vectors.dense(number, 0), number, ""));
    }
    assertEquals(List.of(), reader.lostDigits(0));
  }
}
