package dev.nn.data;

import com.google.common.primitives.Ints;
import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.math.CounterRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table in two parts, one to learn from and one to judge by. A schema has to be fitted to the
 * first part alone, or the judge would know what it must not know.
 *
 * @param train the part with the given fraction of the rows
 * @param test the rest
 * @param trainRows which rows of the table {@code train} holds, from 0
 * @param testRows which rows of the table {@code test} holds, from 0
 */
public record TableSplit(Table train, Table test, List<Integer> trainRows, List<Integer> testRows) {
  /** Sets the second draw apart from the first: "validate" in ASCII. */
  private static final long VALIDATION = 0x76_61_6c_69_64_61_74_65L;

  /** Copies the lists. */
  public TableSplit {
    trainRows = List.copyOf(trainRows);
    testRows = List.copyOf(testRows);
  }

  /** Takes two tables that were apart from the start, as where the test is a file of its own. */
  public static TableSplit given(Table train, Table test) {
    return new TableSplit(train, test, numbers(train), numbers(test));
  }

  private static List<Integer> numbers(Table table) {
    return IntStream.range(0, table.rows()).boxed().toList();
  }

  /**
   * Splits so that every class has its share of both parts, as {@link Split#stratified} does; rows
   * with numbers for targets are split without regard to them.
   *
   * @param schema says which column is the target
   * @param fraction share of {@code train}, above 0 and below 1
   * @throws IllegalArgumentException if the fraction is out of range
   * @throws DataException if a part would have no row, or a row cannot be used
   */
  public static TableSplit of(Table table, Schema schema, double fraction, long seed) {
    Split.Chosen rows = Split.chosen(schema.fit(table).dataset(table), fraction, seed);
    return new TableSplit(
        table.select(rows.train()),
        table.select(rows.test()),
        Ints.asList(rows.train()),
        Ints.asList(rows.test()));
  }

  /**
   * Splits in the same way into three parts. The rows of the test are the very ones that {@link
   * #of} keeps aside with {@code fraction = train + validation} and the same seed.
   *
   * @param train share of the rows to learn from
   * @param validation share of the rows to choose by; what is left is for the test
   * @throws IllegalArgumentException if a share is not above 0, or nothing is left for the test
   * @throws DataException if a part would have no row, or a row cannot be used
   */
  public static ThreeWaySplit inThree(
      Table table, Schema schema, double train, double validation, long seed) {
    double seen = train + validation;
    if (!(train > 0 && validation > 0 && seen < 1)) {
      throw new IllegalArgumentException(
          "the shares of train and validation are above 0, and below 1 in sum, such as 0.6 and 0.2, but got %s and %s"
              .formatted(train, validation));
    }
    Dataset data = schema.fit(table).dataset(table);
    Split.Chosen outer = Split.chosen(data, seen, seed);
    Split.Chosen inner =
        Split.chosen(data.select(outer.train()), train / seen, CounterRandom.key(seed, VALIDATION));
    return ThreeWaySplit.of(
        table,
        picked(outer.train(), inner.train()),
        picked(outer.train(), inner.test()),
        outer.test());
  }

  private static int[] picked(int[] rows, int[] places) {
    return Arrays.stream(places).map(place -> rows[place]).toArray();
  }
}
