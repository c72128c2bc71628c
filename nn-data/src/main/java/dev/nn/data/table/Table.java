package dev.nn.data.table;

import dev.nn.api.DataException;
import dev.nn.core.message.NearestNames;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Named columns of one length. A table is a value: nothing changes it, and any number of threads
 * may read it at once.
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
   * Returns a table of these columns.
   *
   * @throws DataException if two have the same name, or their lengths differ
   */
  public static Table of(Column... columns) {
    return of("table", List.of(columns), List.of());
  }

  /**
   * Returns a table of these columns.
   *
   * @param source where the columns come from, for messages
   * @param notes what their reader found out about the source, each as a sentence
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
   * Returns a table with a row for each map, whose keys are the names of the columns. A cell is
   * missing if its map has no such key, or if it is {@code null}, NaN or an empty text. A column
   * holds numbers if all other cells are numbers, dates if all are dates of {@code java.time}, and
   * texts otherwise.
   *
   * @throws DataException if a column mixes kinds, or if a value is of a type that no column holds
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
   * Returns a table with a row for each element of a list, for instance of records: {@code
   * Table.of(flowers, Map.of("length", Flower::length, "kind", Flower::kind))}.
   *
   * @param columns how to get the cell of each column; the columns are in the order of the map, if
   *     it has one
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

  /** Returns where the table came from, such as the name of a file, for messages. */
  public String source() {
    return source;
  }

  /** Returns the number of rows. */
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

  /** Returns the names of the columns, in order. */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** Returns the column of this name, if there is one. */
  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(Objects.requireNonNull(name, "name")));
  }

  /**
   * Returns the column of this name.
   *
   * @throws DataException if there is no such column; the message names those that there are
   */
  public Column column(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new DataException(
                    "%s: no column is named %s.%s The columns are %s"
                        .formatted(
                            source,
                            Quoted.text(name),
                            NearestNames.hint(name, names()),
                            Quoted.list(names()))));
  }

  /**
   * Returns what the reader found out about the source that a person may want to know, such as
   * whether it has a header, what separates its cells, and why a column became texts. Each note is
   * a sentence.
   */
  public List<String> notes() {
    return notes;
  }

  /** Returns a table of the given rows, in the given order. */
  public Table select(int... chosen) {
    List<Column> selected = new ArrayList<>();
    columns.values().forEach(column -> selected.add(column.select(chosen)));
    return new Table(source, selected, notes, 0);
  }

  /**
   * Returns a table of the rows that have a cell in each of these columns. Nothing can be learnt
   * from a row without its target:
   *
   * <pre>{@code
   * Table known = table.withoutMissing(schema.targetColumns());
   * }</pre>
   *
   * @throws DataException if there is no column of one of these names
   */
  public Table withoutMissing(List<String> names) {
    List<Column> wanted = names.stream().map(this::column).toList();
    int[] known =
        IntStream.range(0, rows)
            .filter(row -> wanted.stream().noneMatch(column -> column.isMissing(row)))
            .toArray();
    return known.length == rows ? this : select(known);
  }

  /**
   * Returns a table of some of the columns, in the given order.
   *
   * @throws DataException if there is no column of one of these names
   */
  public Table columns(String... names) {
    return with(List.of(names).stream().map(this::column).toList());
  }

  /**
   * Returns a table of all columns except these.
   *
   * @throws DataException if there is no column of one of these names
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
