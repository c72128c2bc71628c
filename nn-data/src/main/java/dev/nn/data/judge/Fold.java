package dev.nn.data.judge;

import com.google.common.primitives.Ints;
import dev.nn.data.table.Table;
import java.util.List;

/**
 * One way to part the rows of a table into those to train with and those to judge by.
 *
 * @param repeat which repeat it belongs to, from 0
 * @param number which fold of the repeat it is, from 0
 * @param trainRows the rows to train with, in order, from 0
 * @param testRows the other rows, in order
 */
public record Fold(int repeat, int number, List<Integer> trainRows, List<Integer> testRows) {

  /** Copies the lists. */
  public Fold {
    trainRows = List.copyOf(trainRows);
    testRows = List.copyOf(testRows);
  }

  /** The rows of a table to train with. */
  public Table train(Table table) {
    return table.select(Ints.toArray(trainRows));
  }

  /** The rows of a table to judge by. */
  public Table test(Table table) {
    return table.select(Ints.toArray(testRows));
  }
}
