package dev.nn.data.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/** Dates, or dates with a time of day, in milliseconds since 1970-01-01 00:00 UTC. */
public final class DateColumn implements Column {
  /** What stands for a missing cell. */
  public static final long MISSING = Long.MIN_VALUE;

  private static final int MILLIS = 1000;

  private final String name;
  private final long[] millis;

  private DateColumn(String name, long[] millis) {
    this.name = Objects.requireNonNull(name, "name");
    this.millis = millis;
  }

  /**
   * Returns a column of these moments.
   *
   * @param millis milliseconds since 1970, or {@link #MISSING} for a missing cell; they are copied
   */
  public static DateColumn of(String name, long... millis) {
    return new DateColumn(name, millis.clone());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return millis.length;
  }

  /** Returns the milliseconds since 1970 in a row, or {@link #MISSING} if the cell is missing. */
  public long millis(int row) {
    return millis[row];
  }

  @Override
  public boolean isMissing(int row) {
    return millis[row] == MISSING;
  }

  /** Returns the date in a row in UTC. The cell must not be missing. */
  public LocalDateTime date(int row) {
    return date(millis[row]);
  }

  static LocalDateTime date(long millis) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(millis, MILLIS), Math.floorMod(millis, MILLIS) * 1_000_000, ZoneOffset.UTC);
  }

  @Override
  public String text(int row) {
    return isMissing(row) ? "" : date(row).toString();
  }

  @Override
  public String kind() {
    return "dates";
  }

  @Override
  public DateColumn select(int... chosen) {
    long[] selected = new long[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      selected[i] = millis[chosen[i]];
    }
    return new DateColumn(name, selected);
  }

  @Override
  public DateColumn named(String other) {
    return new DateColumn(other, millis);
  }
}
