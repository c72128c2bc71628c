package dev.nn.data.table;

import dev.nn.api.DataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Named columns of one length. A table is a value: nothing changes it, and any number of threads
 * may read it.
 *
 * <pre>{@code
 * Table flowers = Table.of(List.of(
 *     Map.of("length", 5.1, "kind", "setosa"),
 *     Map.of("length", 6.4, "kind", "versicolor")));
 * }</pre>
 *
 * <p>Files are read with {@code dev.nn.data.DataFile}, databases with {@code dev.nn.data.Database}.
 */
public final class Table {
  private final String source;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final int rows;
  private final List<String> notes;
  private final long firstRow;

  private Table(String source, List<? extends Column> columns, List<String> notes, long firstRow) {
    this.source = source;
    this.firstRow = firstRow;
    this.rows = columns.isEmpty() ? 0 : columns.get(0).rows();
    this.notes = List.copyOf(notes);
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new DataException(
            "%s: column %s has %s rows, but column %s has %s"
                .formatted(
                    source,
                    Quoted.text(column.name()),
                    column.rows(),
                    Quoted.text(columns.get(0).name()),
                    rows));
      }
      if (this.columns.put(column.name(), column) != null) {
        throw new DataException(
            "%s: two columns are named %s".formatted(source, Quoted.text(column.name())));
      }
    }
  }

  /**
   * A table of these columns.
   *
   * @throws DataException if two have the same name, or their lengths differ
   */
  public static Table of(Column... columns) {
    return of("table", List.of(columns), List.of());
  }

  /**
   * A table of these columns.
   *
   * @param source where they come from, for messages
   * @param notes what its reader found out about the source, each a sentence
   * @throws DataException if two columns have the same name, or their lengths differ
   */
  public static Table of(String source, List<? extends Column> columns, List<String> notes) {
    return new Table(source, columns, notes, 0);
  }

  /**
   * Some rows of a larger table.
   *
   * @param firstRow which row of the larger one the first is, from 0
   */
  public static Table block(
      String source, List<? extends Column> columns, List<String> notes, long firstRow) {
    return new Table(source, columns, notes, firstRow);
  }

  /**
   * A table with a row for each map, whose keys are the names of the columns. A key that one map
   * lacks, {@code null}, NaN and an empty text are missing cells. A column holds numbers if all
   * that is there are numbers, dates if all are dates of {@code java.time}, and else texts.
   *
   * @throws DataException if a column mixes kinds or a value is of another type
   */
  public static Table of(List<? extends Map<String, ?>> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      List<@Nullable Object> cells = new ArrayList<>();
      rows.forEach(row -> cells.add(row.get(name)));
      columns.add(JavaCells.column(name, cells));
    }
    return of("table", columns, List.of());
  }

  /**
   * A table with a row for each element of a list, for instance of records: {@code
   * Table.of(flowers, Map.of("length", Flower::length, "kind", Flower::kind))}.
   *
   * @param columns how to get the cell of each column; a map with an order keeps it
   */
  public static <T> Table of(List<T> rows, Map<String, Function<? super T, ?>> columns) {
    List<Column> made = new ArrayList<>();
    columns.forEach(
        (name, cell) -> {
          List<@Nullable Object> cells = new ArrayList<>();
          rows.forEach(row -> cells.add(cell.apply(row)));
          made.add(JavaCells.column(name, cells));
        });
    return of("table", made, List.of());
  }

  /** Where the table came from: the name of a file, for messages. */
  public String source() {
    return source;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /**
   * Which row of its source the first one is, counted from 0: above 0 for the later ones of {@link
   * TableBlocks}.
   */
  public long firstRow() {
    return firstRow;
  }

  /** The columns, in order. */
  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  /** The names of the columns, in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** The column of this name, if there is one. */
  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(Objects.requireNonNull(name, "name")));
  }

  /**
   * The column of this name.
   *
   * @throws DataException if there is none; the message names those that there are
   */
  public Column column(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new DataException(
                    "%s: no column is named %s; the columns are %s"
                        .formatted(source, Quoted.text(name), Quoted.list(names()))));
  }

  /**
   * What the reader found out about the source and a person may want to know: whether it has a
   * header, what parts its cells, why a column became texts. Each is a sentence.
   */
  public List<String> notes() {
    return notes;
  }

  /** The given rows, in the given order. */
  public Table select(int... chosen) {
    List<Column> selected = new ArrayList<>();
    columns.values().forEach(column -> selected.add(column.select(chosen)));
    return new Table(source, selected, notes, 0);
  }

  /**
   * Some of the columns, in the given order.
   *
   * @throws DataException if there is none of a name
   */
  public Table columns(String... names) {
    return with(List.of(names).stream().map(this::column).toList());
  }

  /**
   * All columns but these.
   *
   * @throws DataException if there is none of a name
   */
  public Table without(String... names) {
    Set<String> left = new HashSet<>(List.of(names));
    left.forEach(this::column);
    return with(columns.values().stream().filter(c -> !left.contains(c.name())).toList());
  }

  private Table with(List<? extends Column> others) {
    return new Table(source, others, notes, firstRow);
  }

  @Override
  public String toString() {
    return "%s: %s rows, columns %s".formatted(source, rows, Quoted.list(names()));
  }
}
