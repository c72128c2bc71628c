package dev.nn.data.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/**
 * Numbers in double precision. They keep it until a schema has standardised them, because a float
 * would lose digits that matter: of a time in milliseconds since 1970, the last five.
 */
public final class NumberColumn implements Column {
  private static final double LARGEST_EXACT = 0x1p53;

  private final String name;
  private final int rows;
  private final IntToDoubleFunction cells;

  private NumberColumn(String name, int rows, IntToDoubleFunction cells) {
    this.name = Objects.requireNonNull(name, "name");
    this.rows = rows;
    this.cells = cells;
  }

  /**
   * Returns a column of these numbers.
   *
   * @param values the numbers, or NaN for a missing cell; they are copied
   * @throws IllegalArgumentException if one is infinite
   */
  public static NumberColumn of(String name, double... values) {
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("column " + name + " holds " + value);
      }
    }
    return over(name, values.clone());
  }

  /** Returns a column that takes the array over, so the caller must not change it any more. */
  public static NumberColumn over(String name, double[] values) {
    return new NumberColumn(name, values.length, row -> values[row]);
  }

  /**
   * Returns a view of numbers that are kept elsewhere.
   *
   * @param cells returns the number in a row, or NaN if it is missing. It must not return infinity,
   *     and must return the same each time
   */
  public static NumberColumn view(String name, int rows, IntToDoubleFunction cells) {
    return new NumberColumn(name, rows, cells);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return rows;
  }

  /** Returns the number in a row, or NaN if it is missing. */
  public double value(int row) {
    return cells.applyAsDouble(Objects.checkIndex(row, rows));
  }

  /** Returns all numbers in a new array. */
  public double[] values() {
    double[] values = new double[rows];
    Arrays.setAll(values, cells);
    return values;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(value(row));
  }

  @Override
  public String text(int row) {
    double value = value(row);
    return Double.isNaN(value) ? "" : text(value);
  }

  /** Returns a number as people write it: a whole number has no decimal point. */
  public static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT;
    return whole
        ? String.valueOf((long) value)
        : new BigDecimal(String.valueOf(value)).stripTrailingZeros().toString();
  }

  @Override
  public String kind() {
    return "numbers";
  }

  @Override
  public NumberColumn select(int... chosen) {
    double[] values = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      values[i] = value(chosen[i]);
    }
    return over(name, values);
  }

  @Override
  public NumberColumn named(String other) {
    return new NumberColumn(other, rows, cells);
  }
}
