package dev.nn.data.schema;

import dev.nn.data.read.CommaDecimal;
import dev.nn.data.read.Decimal;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.TextColumn;
import dev.nn.data.tally.DistinctLongs;
import dev.nn.data.tally.DistinctTexts;
import java.util.HashSet;
import java.util.Set;

/** Finds the facts of a column block by block. */
final class ColumnScan {

  private final String name;
  private final String kind;
  private final DistinctLongs numbers = new DistinctLongs();
  private final Set<String> texts = new HashSet<>();
  private long rows;
  private long missing;
  private boolean whole;
  private boolean counts;
  private double previous = Double.NaN;
  private String first = "";
  private boolean onlyDecimals = true;
  private boolean onlyThousands = true;
  private boolean hasThousands;
  private boolean hasMark;

  ColumnScan(Column column) {
    this.name = column.name();
    this.kind = column.kind();
    this.whole = column instanceof NumberColumn;
    this.counts = whole;
  }

  void add(Column block) {
    for (int row = 0; row < block.rows() && first.isEmpty(); row++) {
      first = block.text(row);
    }
    if (block instanceof NumberColumn column) {
      addNumbers(column);
    } else if (block instanceof DateColumn column) {
      addDates(column);
    } else if (block instanceof TextColumn column) {
      addTexts(column);
    }
    rows += block.rows();
  }

  private void addNumbers(NumberColumn column) {
    for (int row = 0; row < column.rows(); row++) {
      double value = column.value(row);
      if (Double.isNaN(value)) {
        missing++;
        counts = false;
        continue;
      }
      whole &= value == Math.rint(value);
      counts &= value == previous + 1 || (rows == 0 && row == 0);
      previous = value;
      if (numbers.size() < ColumnFacts.MOST_COUNTED) {
        numbers.add(value);
      }
    }
  }

  private void addDates(DateColumn column) {
    for (int row = 0; row < column.rows(); row++) {
      if (column.isMissing(row)) {
        missing++;
      } else if (numbers.size() < ColumnFacts.MOST_COUNTED) {
        numbers.add(column.millis(row));
      }
    }
  }

  private void addTexts(TextColumn column) {
    for (int row = 0; row < column.rows(); row++) {
      missing += column.isMissing(row) ? 1 : 0;
    }
    DistinctTexts.forEach(
        column,
        text -> {
          if (!text.isEmpty()) {
            if (onlyThousands) {
              boolean isThousands = CommaDecimal.mayHaveCommasForThousands(text);
              hasThousands |= isThousands;
              onlyThousands = isThousands || !Double.isNaN(Decimal.exact(text));
            }
            onlyDecimals = onlyDecimals && !Double.isNaN(CommaDecimal.exact(text));
            hasMark |= text.indexOf(',') >= 0 || text.indexOf('.') >= 0;
            if (texts.size() < ColumnFacts.MOST_COUNTED) {
              texts.add(text);
            }
          }
        });
  }

  ColumnFacts facts() {
    return new ColumnFacts(
        name,
        kind,
        rows,
        missing,
        numbers.size() + texts.size(),
        whole,
        counts && whole,
        first,
        onlyDecimals && hasMark,
        onlyThousands && hasThousands);
  }
}
