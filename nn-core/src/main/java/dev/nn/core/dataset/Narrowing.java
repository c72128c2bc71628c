package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.core.message.Required;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Narrows doubles to floats. A number that a float cannot hold is refused, and the message shows it
 * as it was given. A column that loses the digits that tell its rows apart is named by a warning.
 */
final class Narrowing {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.dataset.Dataset");

  /** A column whose range has fewer steps than this as floats lost digits that matter. */
  private static final int FEWEST_STEPS = 1000;

  /** At most this many columns are named by a warning. */
  private static final int MOST_NAMED = 5;

  private final String what;
  private final Column[] columns;

  private Narrowing(String what, int columns) {
    this.what = what;
    this.columns = new Column[columns];
    for (int j = 0; j < columns; j++) {
      this.columns[j] = new Column();
    }
  }

  /**
   * The same numbers as floats.
   *
   * @param what {@code feature} or {@code target}, for messages
   * @throws DataException if a number is not finite or too large for a float, or a row has another
   *     length than the first
   */
  static float[][] floats(String what, double[][] rows) {
    Required.all(rows, what + "s");
    Narrowing narrowing = new Narrowing(what, rows.length == 0 ? 0 : rows[0].length);
    float[][] floats = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      MemoryDataset.checkLength(what, i, rows[i].length, narrowing.columns.length);
      floats[i] = narrowing.row(i, rows[i]);
    }
    narrowing.warn();
    return floats;
  }

  private float[] row(int row, double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int j = 0; j < numbers.length; j++) {
      floats[j] = (float) numbers[j];
      if (!Double.isFinite(numbers[j])) {
        throw MemoryDataset.notFinite(what, row, j, numbers[j]);
      }
      if (!Float.isFinite(floats[j])) {
        throw new DataException(
            "row %s, column %s: %s %s is too large for a float, which reaches to 3.4e38; divide the column by a constant"
                .formatted(row, j, what, numbers[j]));
      }
      columns[j].add(numbers[j], floats[j]);
    }
    return floats;
  }

  private void warn() {
    int named = 0;
    for (int j = 0; j < columns.length && named < MOST_NAMED; j++) {
      Column column = columns[j];
      if (column.losesDigits()) {
        named++;
        LOG.warn(
            "{} column {}, from {} to {}, loses digits as float, where numbers of this size are {}"
                + " apart, and different rows become equal; subtract an offset such as {} or scale"
                + " the column before it is given (the layer normalization comes too late for"
                + " that)",
            what,
            j,
            column.least,
            column.most,
            String.format(Locale.ROOT, "%.3g", column.step()),
            column.least);
      }
    }
  }

  /** What is known of a column after some rows. */
  private static final class Column {
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double last = Double.NaN;
    private boolean isInexact;
    private long changes;
    private long lost;

    void add(double number, float narrowed) {
      least = Math.min(least, number);
      most = Math.max(most, number);
      isInexact |= narrowed != number;
      if (number != last && !Double.isNaN(last)) {
        changes++;
        lost += narrowed == (float) last ? 1 : 0;
      }
      last = number;
    }

    /** How far apart floats of this size are. */
    double step() {
      return Math.ulp((float) Math.max(Math.abs(least), Math.abs(most)));
    }

    /** Whether many neighbours became equal, or the range of the column has only a few steps. */
    boolean losesDigits() {
      return isInexact
          && (lost > changes / 100 || (most > least && most - least < FEWEST_STEPS * step()));
    }
  }
}
