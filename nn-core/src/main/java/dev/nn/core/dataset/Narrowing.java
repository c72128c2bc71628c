package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.core.message.Required;

/**
 * Narrows doubles to floats. A number that a float cannot hold is refused, and the message shows it
 * as it was given. A column that loses the digits that tell its rows apart is named by a warning.
 */
final class Narrowing {
  private Narrowing() {}

  /**
   * The same numbers as floats.
   *
   * @param what {@code feature} or {@code target}, for messages
   * @throws DataException if a number is not finite or too large for a float, or a row has another
   *     length than the first
   */
  static float[][] floats(String what, double[][] rows) {
    Required.all(rows, what + "s");
    int columns = rows.length == 0 ? 0 : rows[0].length;
    LostDigits lost = new LostDigits(columns);
    float[][] floats = new float[rows.length][columns];
    for (int i = 0; i < rows.length; i++) {
      MemoryDataset.checkLength(what, i, rows[i].length, columns);
      for (int j = 0; j < columns; j++) {
        floats[i][j] = narrowed(what, i, j, rows[i][j]);
        lost.add(j, rows[i][j], floats[i][j]);
      }
    }
    lost.warn(column -> what + " column " + column);
    return floats;
  }

  private static float narrowed(String what, int row, int column, double number) {
    if (!Double.isFinite(number)) {
      throw MemoryDataset.notFinite(what, row, column, number);
    }
    float narrowed = (float) number;
    if (!Float.isFinite(narrowed)) {
      throw new DataException(
          "row %s, column %s: %s %s is too large for a float, which reaches to 3.4e38; divide the column by a constant"
              .formatted(row, column, what, number));
    }
    return narrowed;
  }
}
