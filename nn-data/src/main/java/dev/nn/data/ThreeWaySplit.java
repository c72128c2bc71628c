package dev.nn.data;

import com.google.common.primitives.Ints;
import dev.nn.data.table.Table;
import java.util.List;

/**
 * A table in three parts: one to learn from, one to choose by (when to stop, which settings), and
 * one to judge by, which no choice has seen. {@link TableSplit#inThree} makes one.
 *
 * @param train the rows to learn from
 * @param validation the rows to choose by
 * @param test the rows to judge by
 * @param trainRows which rows of the table {@code train} holds, from 0
 * @param validationRows which rows {@code validation} holds
 * @param testRows which rows {@code test} holds
 */
public record ThreeWaySplit(
    Table train,
    Table validation,
    Table test,
    List<Integer> trainRows,
    List<Integer> validationRows,
    List<Integer> testRows) {

  /** Copies the lists. */
  public ThreeWaySplit {
    trainRows = List.copyOf(trainRows);
    validationRows = List.copyOf(validationRows);
    testRows = List.copyOf(testRows);
  }

  static ThreeWaySplit of(Table table, int[] train, int[] validation, int[] test) {
    return new ThreeWaySplit(
        table.select(train),
        table.select(validation),
        table.select(test),
        Ints.asList(train),
        Ints.asList(validation),
        Ints.asList(test));
  }
}
