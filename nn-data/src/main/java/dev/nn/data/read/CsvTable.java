package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of text into a table. The kinds of the columns are found out from the first rows; if
 * a later cell does not fit, the column becomes texts and the file is read once more.
 */
final class CsvTable {
  private final Source source;
  private final ReadOptions options;
  private final Dialect dialect;

  private CsvTable(Source source, ReadOptions options, Dialect dialect) {
    this.source = source;
    this.options = options;
    this.dialect = dialect;
  }

  static Table read(Source source, ReadOptions options) throws IOException {
    return new CsvTable(source, options, Dialect.of(source, options)).table();
  }

  private Table table() throws IOException {
    List<List<String>> rows = dialect.sample().rows();
    if (rows.isEmpty()) {
      throw new DataException(source.name() + ": no rows; the file is empty");
    }
    if (dialect.header() && rows.size() < 2) {
      throw new DataException(
          source.name() + ": no rows after the header; if it is data, say that there is no header");
    }
    List<String> names = names(rows);
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s; cells parted by %s"
            .formatted(
                dialect.header()
                    ? "line %s names the columns".formatted(dialect.sample().line(0))
                    : "no header: line %s is the first row, the columns are named by their place"
                        .formatted(dialect.sample().line(0)),
                dialect.separatorName()));
    List<List<String>> data = dialect.header() ? rows.subList(1, rows.size()) : rows;
    CsvCells cells = read(names, CellKind.ofColumns(names, data, options));
    if (cells.hasMisfits()) {
      notes.addAll(cells.misfits());
      cells = read(names, cells.fittingKinds());
    }
    List<Column> columns = cells.columns();
    return Table.of(source.name(), columns, notes);
  }

  private CsvCells read(List<String> names, CellKind[] kinds) throws IOException {
    CsvCells cells = new CsvCells(source.name(), names, kinds, dialect.header(), options);
    CsvTokens.read(source, dialect.separator(), Long.MAX_VALUE, cells);
    return cells;
  }

  private List<String> names(List<List<String>> rows) {
    List<String> first = rows.get(0);
    int width = first.size();
    // A separator at the end of each row makes an empty cell that has no name.
    boolean trailing =
        width > 1
            && rows.stream()
                .allMatch(
                    row ->
                        row.size() < width
                            || (row.size() == width && row.get(width - 1).isEmpty()));
    int count = trailing ? width - 1 : width;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = dialect.header() ? first.get(i) : "";
      names.add(name.isEmpty() ? "column" + (i + 1) : name);
    }
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Integer other = known.putIfAbsent(names.get(i), i);
      if (other != null) {
        throw new DataException(
            "%s, line %s, column %s: %s is the name of column %s too; each column needs a name of its own"
                .formatted(
                    source.name(),
                    dialect.sample().line(0),
                    i + 1,
                    Quoted.text(names.get(i)),
                    other + 1));
      }
    }
    return names;
  }
}
