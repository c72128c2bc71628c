package dev.nn.data.table;

import dev.nn.api.DataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Java values as the cells of a column. */
public final class JavaCells {
  private static final double FIRST_GAP = 0x1p53;

  private JavaCells() {}

  /**
   * Returns the column that these values make: numbers, dates or texts ({@link CharSequence},
   * {@link Boolean}, {@link Character} and enums). Whole numbers that a double does not hold
   * exactly make a column of texts, so that two of them never become one.
   *
   * @param cells {@code null} where a cell is missing
   * @throws DataException if they are of different kinds or of one that no column holds
   */
  public static Column column(String name, List<? extends @Nullable Object> cells) {
    return column(name, cells, kind(name, cells, Kind.NONE, 0));
  }

  /** The column that these values make as cells of a kind. */
  public static Column column(String name, List<? extends @Nullable Object> cells, Kind kind) {
    return switch (kind) {
      case DATE -> dates(name, cells);
      case TEXT, LARGE_NUMBER -> texts(name, cells);
      case NONE, NUMBER -> numbers(name, cells);
    };
  }

  /**
   * The kind of a column.
   *
   * @param cells the next ones of the column
   * @param before the kind of those before, and which row the first of these is
   * @throws DataException if they are of different kinds or of one that no column holds
   */
  public static Kind kind(
      String name, List<? extends @Nullable Object> cells, Kind before, long firstRow) {
    Kind found = before;
    for (int i = 0; i < cells.size(); i++) {
      Kind kind = kind(name, firstRow + i, cells.get(i));
      if (found == Kind.NONE || (found == Kind.NUMBER && kind == Kind.LARGE_NUMBER)) {
        found = kind;
      } else if (!found.holds(kind)) {
        throw new DataException(
            "row %s, column %s: %s is one of the %s, but the rows before hold %s"
                .formatted(
                    firstRow + i + 1,
                    Quoted.text(name),
                    Quoted.text(String.valueOf(cells.get(i))),
                    kind.plural,
                    found.plural));
      }
    }
    return found;
  }

  private static Kind kind(String name, long row, @Nullable Object cell) {
    if (cell == null || "".equals(cell)) {
      return Kind.NONE;
    }
    if (cell instanceof Number number) {
      if (Double.isInfinite(number.doubleValue())) {
        throw new DataException(
            "row %s, column %s: %s is no finite number of double precision"
                .formatted(row + 1, Quoted.text(name), Quoted.text(number.toString())));
      }
      return isExact(cell) ? Kind.NUMBER : Kind.LARGE_NUMBER;
    }
    if (cell instanceof CharSequence
        || cell instanceof Boolean
        || cell instanceof Character
        || cell instanceof Enum<?>) {
      return Kind.TEXT;
    }
    if (millis(cell) != null) {
      return Kind.DATE;
    }
    throw new DataException(
        "row %s, column %s: a %s is neither a number, a text nor a date"
            .formatted(row + 1, Quoted.text(name), cell.getClass().getName()));
  }

  private static boolean isExact(@Nullable Object cell) {
    if (cell instanceof Long || cell instanceof BigInteger || cell instanceof BigDecimal) {
      double value = ((Number) cell).doubleValue();
      return Math.abs(value) < FIRST_GAP
          || new BigDecimal(value).compareTo(new BigDecimal(cell.toString())) == 0;
    }
    return true;
  }

  private static Column numbers(String name, List<? extends @Nullable Object> cells) {
    double[] values = new double[cells.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = cells.get(row) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
    return NumberColumn.over(name, values);
  }

  private static Column texts(String name, List<? extends @Nullable Object> cells) {
    List<String> texts = new ArrayList<>(cells.size());
    cells.forEach(cell -> texts.add(cell == null ? "" : cell.toString()));
    return TextColumn.of(name, texts);
  }

  private static Column dates(String name, List<? extends @Nullable Object> cells) {
    long[] millis = new long[cells.size()];
    for (int row = 0; row < millis.length; row++) {
      Long known = millis(cells.get(row));
      millis[row] = known == null ? DateColumn.MISSING : known;
    }
    return DateColumn.of(name, millis);
  }

  private static @Nullable Long millis(@Nullable Object cell) {
    if (cell instanceof LocalDate date) {
      return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
    if (cell instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    if (cell instanceof OffsetDateTime time) {
      return time.toInstant().toEpochMilli();
    }
    if (cell instanceof ZonedDateTime time) {
      return time.toInstant().toEpochMilli();
    }
    if (cell instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    // What a database calls a time stamp names no zone; it is taken as it is written.
    if (cell instanceof Timestamp stamp) {
      return stamp.toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    if (cell instanceof java.sql.Date date) {
      return date.toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
    return null;
  }

  /** What the cells of a column are. */
  public enum Kind {
    /** All are missing. */
    NONE("missing cells"),
    /** Numbers. */
    NUMBER("numbers"),
    /** Numbers of which one at least has no double of its own. */
    LARGE_NUMBER("numbers"),
    /** Texts. */
    TEXT("texts"),
    /** Dates. */
    DATE("dates");

    private final String plural;

    Kind(String plural) {
      this.plural = plural;
    }

    private boolean holds(Kind cell) {
      return cell == NONE || cell == this || (this == LARGE_NUMBER && cell == NUMBER);
    }

    /** Whether columns of this kind and of another one can be parts of one column. */
    public boolean isColumnOf(Kind other) {
      return this == other || (this == NONE && other == NUMBER);
    }
  }
}
