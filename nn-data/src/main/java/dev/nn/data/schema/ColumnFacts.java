package dev.nn.data.schema;

import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import java.util.HashSet;
import java.util.Set;

/**
 * What one pass over a column shows.
 *
 * @param missing how many cells are missing
 * @param distinct how many different cells there are; counted up to {@link #MOST_COUNTED}
 * @param whole whether it holds numbers and all are whole
 * @param counts whether the numbers go up by 1 from row to row, as the numbers of rows do
 */
record ColumnFacts(int missing, int distinct, boolean whole, boolean counts) {
  static final int MOST_COUNTED = 10_000;

  static ColumnFacts of(Column column) {
    Set<Object> distinct = new HashSet<>();
    int missing = 0;
    boolean whole = column instanceof NumberColumn;
    boolean counts = whole;
    double previous = Double.NaN;
    for (int row = 0; row < column.rows(); row++) {
      if (column.isMissing(row)) {
        missing++;
        counts = false;
        continue;
      }
      if (column instanceof NumberColumn numbers) {
        double value = numbers.value(row);
        whole &= value == Math.rint(value);
        counts &= row == 0 || value == previous + 1;
        previous = value;
        if (distinct.size() < MOST_COUNTED) {
          distinct.add(value + 0.0);
        }
      } else if (distinct.size() < MOST_COUNTED) {
        distinct.add(column.text(row));
      }
    }
    return new ColumnFacts(missing, distinct.size(), whole, counts && whole);
  }
}
