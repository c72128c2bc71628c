package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.data.TabularModel;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorstMistakesTest {

  /** The model says b above 3: the last a is farther above than the first b is below. */
  @Test
  void theSurestMistakeComesFirst() {
    Table rows = Models.table(new double[] {1, 2, 3.5, 3.5, 5}, "a", "b", "b", "b", "a");
    TabularModel model = Models.linear(rows, "x=number", "sigmoid", new float[] {1}, 0);
    WorstMistakes all = WorstMistakes.of(model, rows, 10).get(0);
    assertEquals("kind", all.target());
    assertEquals(5, all.rows());
    assertEquals(2, all.wrong());
    assertEquals(List.of(4, 1), all.mistakes().stream().map(WorstMistakes.Mistake::row).toList());
    WorstMistakes.Mistake worst = all.mistakes().get(0);
    assertEquals("a", worst.actual());
    assertEquals("b", worst.said());
    double yes = 1 / (1 + Math.exp(-2 / Math.sqrt(1.9)));
    assertEquals(yes, worst.probability(), 1e-6);
    assertEquals(-Math.log(1 - yes), worst.loss(), 1e-6);
    assertEquals(all.mistakes().subList(0, 1), WorstMistakes.of(model, rows, 1).get(0).mistakes());
    assertTrue(all.toString().endsWith("\n2 of 5 rows are wrong\n"), all::toString);
    assertTrue(all.toString().lines().toList().get(1).startsWith("5 "), all::toString);
    assertThrows(IllegalArgumentException.class, () -> WorstMistakes.of(model, rows, 0));
  }

  @Test
  void ofNumbersTheLargestErrorComesFirst() {
    Table rows = Table.of(NumberColumn.of("x", 1, 2, 3), NumberColumn.of("y", 2, 4, 6));
    TabularModel model =
        Models.linear(rows, "x=number, y=target(kind=number)", "identity", new float[] {1}, 0);
    Table test = Table.of(NumberColumn.of("x", 2, 2, 2), NumberColumn.of("y", 5, 4, 1.5));
    WorstMistakes worst = WorstMistakes.of(model, test, 3).get(0);
    assertEquals(
        List.of(
            new WorstMistakes.Mistake(2, "1.5", "4", Double.NaN, 2.5),
            new WorstMistakes.Mistake(0, "5", "4", Double.NaN, 1)),
        worst.mistakes());
    assertEquals(2, worst.wrong());
  }
}
