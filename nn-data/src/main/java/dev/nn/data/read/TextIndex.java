package dev.nn.data.read;

import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds cells among known texts: as they are written or, between a column of numbers and one of
 * words, as the same number. For among words 1.0 is a text, and in a column of numbers it is 1.
 */
public final class TextIndex {
  private static final int NONE = -1;

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<Double, Integer> numbers = new HashMap<>();
  private final boolean areOfNumbers;

  /** Knows some texts. */
  public TextIndex(List<String> known) {
    boolean areNumbers = true;
    for (int i = 0; i < known.size(); i++) {
      String text = known.get(i);
      texts.putIfAbsent(text, i);
      double number = Decimal.exact(text);
      boolean isNumber = !Double.isNaN(number);
      if (isNumber) {
        numbers.merge(number + 0.0, i, (one, other) -> NONE);
      }
      areNumbers &= text.isEmpty() || (isNumber && text.equals(NumberColumn.text(number)));
    }
    areOfNumbers = areNumbers;
  }

  /** Returns the index of a cell; −1 if it is unknown, or the number of several. */
  public int indexOf(Column column, int row) {
    String text = column.text(row);
    Integer index = texts.get(text);
    if (index != null) {
      return index;
    }
    boolean isOfNumbers = column instanceof NumberColumn;
    if (isOfNumbers == areOfNumbers || numbers.isEmpty()) {
      return NONE;
    }
    double number = Decimal.exact(text);
    return Double.isNaN(number) ? NONE : numbers.getOrDefault(number + 0.0, NONE);
  }
}
