package dev.nn.core.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches columns that are narrowed to {@code float} on their way into a data set, and names those
 * that lose the digits that tell their rows apart, such as milliseconds since 1970: floats of that
 * size are 131,072 apart, so different rows become equal. For those who read numbers themselves;
 * the factory methods of {@link Dataset} that take {@code double} use it.
 *
 * <pre>{@code
 * LostDigits lost = new LostDigits(1);
 * for (double time : times) {
 *   lost.add(0, time, (float) time);
 * }
 * lost.warn(column -> "the column time");
 * }</pre>
 */
public final class LostDigits {
  private static final Logger LOG = LoggerFactory.getLogger(Dataset.class);

  /** A column whose range has fewer steps than this as floats lost digits that matter. */
  private static final int FEWEST_STEPS = 1000;

  /** At most this many columns are named. */
  private static final int MOST_NAMED = 5;

  private final Column[] columns;

  /** Watches so many columns. */
  public LostDigits(int columns) {
    this.columns = new Column[columns];
    for (int j = 0; j < columns; j++) {
      this.columns[j] = new Column();
    }
  }

  /**
   * Takes in the number of the next row.
   *
   * @param column which column, from 0
   * @param number as it was given
   * @param narrowed as it is kept
   */
  public void add(int column, double number, float narrowed) {
    columns[column].add(number, narrowed);
  }

  /**
   * Warns of the columns that lost digits, once all rows are taken in.
   *
   * @param name what a warning calls a column
   */
  public void warn(IntFunction<String> name) {
    warnings(name).forEach(LOG::warn);
  }

  /**
   * Returns what {@link #warn} says, for those who have a log of their own.
   *
   * @param name what a warning calls a column
   */
  public List<String> warnings(IntFunction<String> name) {
    List<String> warnings = new ArrayList<>();
    for (int j = 0; j < columns.length && warnings.size() < MOST_NAMED; j++) {
      Column column = columns[j];
      if (column.losesDigits()) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s, from %s to %s, loses digits as float, where numbers of this size are %.3g"
                    + " apart, and different rows become equal; subtract an offset such as %s or"
                    + " scale the column before it is given (the layer normalization comes too late"
                    + " for that)",
                name.apply(j),
                column.least,
                column.most,
                column.step(),
                column.least));
      }
    }
    return warnings;
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
