package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.BlockBuilder;
import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a file of text. The kinds of the columns are found out from the first rows; if a later cell
 * does not fit, the column becomes texts and the file is read once more.
 */
final class CsvTable implements TableBlocks {
  private final Source source;
  private final ReadOptions options;
  private final Dialect dialect;
  private final List<String> names;
  private final String format;
  private final Set<String> skipped;
  private final List<String> thousands;
  private Kinds found;

  private CsvTable(CsvTable all, Set<String> skipped) {
    this.source = all.source;
    this.options = all.options;
    this.dialect = all.dialect;
    this.format = all.format;
    this.names = all.names;
    this.thousands = all.thousands;
    this.found = all.found;
    this.skipped = skipped;
  }

  private CsvTable(Source source, ReadOptions options, Dialect dialect, String format) {
    this.skipped = Set.of();
    this.source = source;
    this.options = options;
    this.dialect = dialect;
    this.format = format;
    List<List<String>> rows = dialect.sample().rows();
    if (rows.isEmpty()) {
      throw new DataException(source.name() + ": no rows; the file is empty");
    }
    if (dialect.header() && rows.size() < 2) {
      throw new DataException(
          source.name()
              + ": no rows after the header; if it is data, say that there is no header (header(false), or --no-header)");
    }
    this.names = names(rows);
    List<List<String>> data = dialect.header() ? rows.subList(1, rows.size()) : rows;
    this.found = new Kinds(CellKind.ofColumns(names, data, options), List.of());
    this.thousands = thousands(data);
  }

  /**
   * Looks at the first rows.
   *
   * @param format the first of the notes
   */
  static CsvTable of(Source source, ReadOptions options, String format) throws IOException {
    return new CsvTable(source, options, Dialect.of(source, options), format);
  }

  @Override
  public String source() {
    return source.name();
  }

  /** The whole file in memory. */
  Table table() throws IOException {
    List<Table> read = new ArrayList<>();
    BlockFactory whole =
        kinds -> BlockBuilder.whole(source.name(), names, CellKind.builders(kinds), read::add);
    while (!fits(whole)) {
      read.clear();
    }
    return read.get(0);
  }

  @Override
  public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) throws IOException {
    while (true) {
      BlockCollector<T> collector = collectors.get();
      BlockFactory blocks =
          kinds ->
              BlockBuilder.blocks(source.name(), names, CellKind.builders(kinds), collector::add);
      if (fits(blocks)) {
        return collector.result();
      }
    }
  }

  @Override
  public TableBlocks skipping(Collection<String> names) {
    return new CsvTable(this, Set.copyOf(names));
  }

  private interface BlockFactory {
    BlockBuilder of(CellKind[] kinds);
  }

  /** What the columns hold, and why it is not what the first rows hold. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kinds(CellKind[] kinds, List<String> misfits) {}

  /** Reads the file; false if a cell did not fit, after which other kinds are known. */
  private boolean fits(BlockFactory blocks) throws IOException {
    Kinds known = found;
    BlockBuilder rows = blocks.of(known.kinds);
    rows.setNotes(notes(known.misfits, dialect.sample().firstComment()));
    CsvCells cells =
        new CsvCells(source.name(), names, known.kinds, dialect.header(), options, skipped, rows);
    CsvTokens.read(source, dialect.separator(), Long.MAX_VALUE, cells);
    if (cells.hasMisfits()) {
      found = new Kinds(cells.fittingKinds(), cells.misfits());
      return false;
    }
    rows.setNotes(notes(known.misfits, cells.firstComment()));
    rows.flush();
    return true;
  }

  private List<String> notes(List<String> misfits, long firstComment) {
    String line = "line " + dialect.sample().line(0);
    List<String> notes = new ArrayList<>();
    notes.add(format);
    notes.add(
        "%s; cells parted by %s"
            .formatted(
                dialect.header()
                    ? line + " names the columns"
                    : "no header: %s is the first row, the columns are named by their place"
                        .formatted(line),
                dialect.separatorName()));
    if (firstComment > 0) {
      notes.add(
          "lines that begin with # are left out as comments, the first is line " + firstComment);
    }
    notes.addAll(misfits);
    notes.addAll(thousands);
    return notes;
  }

  /** Where cells are parted by semicolons, a point in a number may be none of a decimal. */
  private List<String> thousands(List<List<String>> rows) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < names.size() && dialect.separator() == ';'; i++) {
      int column = i;
      List<String> cells =
          rows.stream()
              .filter(row -> column < row.size())
              .map(row -> row.get(column))
              .filter(cell -> !cell.isEmpty() && !options.missing().contains(cell))
              .toList();
      if (!options.decimalComma()
          && found.kinds[i] == CellKind.NUMBER
          && cells.size() > 1
          && cells.stream().allMatch(CommaDecimal::mayBeThousands)) {
        notes.add(
            "column %s is read with a decimal point, so %s is less than a thousand; if its points part thousands, read the table with --decimal-comma, in Java with DataFile.of(file).decimalComma()"
                .formatted(Quoted.text(names.get(i)), Quoted.text(cells.get(0))));
      }
    }
    return notes;
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
