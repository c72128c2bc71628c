package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.data.TabularModel;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImportanceTest {
  private static final long SEED = 3;
  private static final int ROWS = 400;

  /** y = 3a + b, and c tells nothing; c comes first in the table. */
  private static Table table() {
    Random random = new Random(SEED);
    double[] a = random.doubles(ROWS).toArray();
    double[] b = random.doubles(ROWS).toArray();
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = 3 * a[i] + b[i];
    }
    return Table.of(
        NumberColumn.of("c", random.doubles(ROWS).toArray()),
        NumberColumn.of("a", a),
        NumberColumn.of("b", b),
        NumberColumn.of("y", y));
  }

  /** The model is exact: in standard deviations of y, a counts 3 and b 1 of √10. */
  private static TabularModel model(Table table) {
    float whole = (float) Math.sqrt(10);
    return Models.linear(
        table,
        "a=number, b=number, c=number, y=target(kind=number)",
        "identity",
        new float[] {0, 3 / whole, 1 / whole},
        0);
  }

  /**
   * If a is shuffled, the error is 3 times the difference of two numbers of a, whose variance is
   * twice 1/12: its root of the mean square is 3·√(1/6) = 1.2247, that of b 0.4082.
   */
  @Test
  void columnsCountAsMuchAsTheModelUsesThem() {
    Table table = table();
    Importance importance = Importance.of(model(table), table, 10, SEED);
    assertEquals("rmse", importance.measure());
    assertEquals(
        List.of("a", "b", "c"),
        importance.columns().stream().map(Importance.ColumnImportance::column).toList());
    double whole = importance.value();
    assertTrue(whole < 0.1, importance::toString);
    assertEquals(3 * Math.sqrt(1 / 6.0), importance.columns().get(0).mean() + whole, 0.08);
    assertEquals(Math.sqrt(1 / 6.0), importance.columns().get(1).mean() + whole, 0.03);
    assertEquals(0, importance.columns().get(2).mean());
    assertEquals(0, importance.columns().get(2).standardDeviation());
    assertTrue(importance.columns().get(0).standardDeviation() > 0);
    assertTrue(importance.columns().get(0).standardDeviation() < 0.1, importance::toString);
  }

  @Test
  void theSeedDecidesTheShuffles() {
    Table table = table();
    TabularModel model = model(table);
    Importance importance = Importance.of(model, table, 3, SEED);
    assertEquals(importance, Importance.of(model, table, 3, SEED));
    assertTrue(!importance.equals(Importance.of(model, table, 3, SEED + 1)));
    assertTrue(importance.toString().startsWith("column  rmse lost  deviation\na "));
    assertThrows(IllegalArgumentException.class, () -> Importance.of(model, table, 0, SEED));
  }

  /** Half of the rows of two classes are right by chance. */
  @Test
  void ofClassesAccuracyIsLost() {
    Table rows =
        Models.table(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, "a", "a", "a", "a", "b", "b", "b", "b");
    TabularModel model = Models.linear(rows, "x=number", "sigmoid", new float[] {1}, 0);
    Importance importance = Importance.of(model, rows, 200, SEED);
    assertEquals("accuracy", importance.measure());
    assertEquals(1, importance.value());
    assertEquals(0.5, importance.columns().get(0).mean(), 0.05);
  }
}
