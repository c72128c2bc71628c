package dev.nn.data.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds texts among known ones: as they are written or, if that is none of them, as the one that
 * spells the same number. For {@code 1.0} in a column with words is a text, and {@code 1} in a
 * column of numbers.
 */
public final class TextIndex {
  private static final int NONE = -1;

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<Double, Integer> numbers = new HashMap<>();

  /** Knows some texts. */
  public TextIndex(List<String> known) {
    for (String text : known) {
      texts.putIfAbsent(text, texts.size());
    }
    texts.forEach(
        (text, index) -> {
          double number = Decimal.exact(text);
          if (!Double.isNaN(number)) {
            numbers.merge(number + 0.0, index, (one, other) -> NONE);
          }
        });
  }

  /** Returns the index of a text; −1 if it is unknown, or spells the number of several. */
  public int of(String text) {
    Integer index = texts.get(text);
    if (index != null) {
      return index;
    }
    double number = numbers.isEmpty() ? Double.NaN : Decimal.exact(text);
    return Double.isNaN(number) ? NONE : numbers.getOrDefault(number + 0.0, NONE);
  }
}
