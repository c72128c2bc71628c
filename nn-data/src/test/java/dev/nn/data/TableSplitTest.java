package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.data.schema.Schema;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableSplitTest {
  private static final Table ROWS =
      Table.of(
          NumberColumn.of("x", IntStream.range(0, 100).asDoubleStream().toArray()),
          TextColumn.of(
              "kind", IntStream.range(0, 100).mapToObj(i -> i % 5 == 0 ? "b" : "a").toList()));
  private static final Schema SCHEMA = Schema.infer(ROWS, "x=number");

  private static long ofB(Table table) {
    return IntStream.range(0, table.rows())
        .filter(row -> table.column("kind").text(row).equals("b"))
        .count();
  }

  @Test
  void threePartsHaveEveryRowOnceAndEachClassHasItsShare() {
    ThreeWaySplit split = TableSplit.inThree(ROWS, SCHEMA, 0.6, 0.2, 7);
    assertEquals(60, split.train().rows());
    assertEquals(20, split.validation().rows());
    assertEquals(20, split.test().rows());
    assertEquals(12, ofB(split.train()));
    assertEquals(4, ofB(split.validation()));
    assertEquals(4, ofB(split.test()));
    List<Integer> all = new ArrayList<>(split.trainRows());
    all.addAll(split.validationRows());
    all.addAll(split.testRows());
    assertEquals(IntStream.range(0, 100).boxed().toList(), all.stream().sorted().toList());
    assertEquals(
        String.valueOf(split.validationRows().get(3)), split.validation().column("x").text(3));
    assertEquals(split.trainRows().get(5) + "", split.train().column("x").text(5));
  }

  @Test
  void theTestOfThreePartsIsTheTestOfTwo() {
    TableSplit two = TableSplit.of(ROWS, SCHEMA, 0.8, 7);
    ThreeWaySplit three = TableSplit.inThree(ROWS, SCHEMA, 0.6, 0.2, 7);
    assertEquals(two.testRows(), three.testRows());
    assertEquals(three.trainRows(), TableSplit.inThree(ROWS, SCHEMA, 0.6, 0.2, 7).trainRows());
    assertTrue(!three.testRows().equals(TableSplit.inThree(ROWS, SCHEMA, 0.6, 0.2, 8).testRows()));
    assertEquals(String.valueOf(two.testRows().get(0)), two.test().column("x").text(0));
  }

  @Test
  void sharesThatLeaveNothingAreRefused() {
    for (double[] shares : new double[][] {{0, 0.5}, {0.5, 0}, {0.5, 0.5}, {Double.NaN, 0.1}}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> TableSplit.inThree(ROWS, SCHEMA, shares[0], shares[1], 1))
              .getMessage();
      assertTrue(message.contains("such as 0.6 and 0.2"), message);
    }
  }
}
