package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.LostDigits;
import dev.nn.data.read.Cells;
import dev.nn.data.read.CsvTokens;
import dev.nn.data.read.Decimal;
import dev.nn.data.read.FileFormat;
import dev.nn.data.read.Source;
import dev.nn.data.table.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** One pass over a CSV file. */
final class CsvScan implements Cells {
  private static final int START = 4096;

  /** A float keeps each number of so few digits apart from the others. */
  private static final int MOST_EXACT = 7;

  private final Csv options;
  private final Source source;
  private final List<String> row = new ArrayList<>();
  private final List<float[]> features = new ArrayList<>();
  private final List<Cell> targets = new ArrayList<>();
  private List<String> names = List.of();
  private long line;
  private long firstLine;
  private int columns;
  private int target;
  private LostDigits lost = new LostDigits(0);

  CsvScan(Csv options, Source source) {
    this.options = options;
    this.source = source;
  }

  Dataset read() throws IOException {
    try (InputStream in = source.open()) {
      FileFormat.refuseForeign(source, in.readNBytes(START));
    }
    CsvTokens.read(source, options.separator(), Long.MAX_VALUE, this);
    if (targets.isEmpty()) {
      throw new DataException(
          source.name()
              + ": no examples"
              + (columns == 0 ? "; the file is empty" : " after the header"));
    }
    lost.warn(this::place);
    return named(options.task().dataset(features.toArray(float[][]::new), targets));
  }

  /**
   * Adds the names of the header, so that columns can be matched by name, unless two columns share
   * one.
   */
  private Dataset named(Dataset data) {
    List<String> features = new ArrayList<>(names);
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      return data;
    }
    features.remove(target);
    return data.withFeatureNames(features.toArray(String[]::new));
  }

  @Override
  public void comment(long line) {
    throw new DataException(
        "%s, line %s: begins with #; take comments out, or read the file with DataFile, which leaves them out"
            .formatted(source.name(), line));
  }

  @Override
  public void begin(long line) {
    this.line = line;
    row.clear();
  }

  @Override
  public void cell(char[] text, int from, int length) {
    row.add(new String(text, from, length));
  }

  @Override
  public void end() {
    if (columns == 0) {
      acceptFirst();
      if (options.header()) {
        return;
      }
    }
    if (row.size() != columns) {
      throw fault(
          "%s cell%s, but %s has %s%s"
              .formatted(
                  row.size(),
                  row.size() == 1 ? "" : "s",
                  options.header() ? "the header" : "line " + firstLine,
                  columns,
                  blanks()));
    }
    float[] numbers = new float[columns - 1];
    for (int i = 0; i < columns; i++) {
      Cell cell =
          new Cell(source.name(), line, i + 1, names.isEmpty() ? "" : names.get(i), row.get(i));
      if (i != target) {
        numbers[i < target ? i : i - 1] = watched(pointed(cell));
      } else {
        targets.add(target(cell));
      }
    }
    features.add(numbers);
  }

  private Cell target(Cell cell) {
    if (!(options.task() instanceof TargetColumn.RealNumber)) {
      return cell;
    }
    Cell number = pointed(cell);
    float unused = watched(number);
    return number;
  }

  /** Returns the number of a cell, and minds the digits that it loses as float. */
  private float watched(Cell cell) {
    float number = number(cell);
    double exact = cell.text().length() > MOST_EXACT ? Decimal.parse(cell.text()) : number;
    lost.add(cell.column() - 1, exact, number);
    return number;
  }

  private String place(int column) {
    String name = names.isEmpty() ? "" : " (" + Quoted.text(names.get(column)) + ")";
    return "%s, column %s%s".formatted(source.name(), column + 1, name);
  }

  private Cell pointed(Cell cell) {
    return options.isDecimalComma() ? cell.withDecimalPoint() : cell;
  }

  private float number(Cell cell) {
    try {
      return cell.number();
    } catch (DataException e) {
      boolean isNames =
          !options.header() && line == firstLine && row.stream().noneMatch(CsvScan::isValue);
      if (cell.text().isEmpty() && options.separator() == '\t') {
        throw cell.fault("is empty, but a number is needed" + blanks());
      }
      throw isNames
          ? cell.fault("is not a number; if this line names the columns, use Csv.withHeader()")
          : e;
    }
  }

  /** What to try if a tab too many or too few may be meant as white space. */
  private String blanks() {
    return options.separator() == '\t'
        ? "; if runs of tabs and blanks part the cells, use separator(' ')"
        : "";
  }

  /** Whether a cell is something that does not occur in a header: a number or nothing. */
  private static boolean isValue(String text) {
    return text.isEmpty() || !Double.isNaN(Decimal.parse(text));
  }

  private void acceptFirst() {
    firstLine = line;
    columns = row.size();
    if (columns < 2) {
      throw fault(
          "one column only, %s, but a feature and a target are needed; is %s the separator?"
              .formatted(
                  Quoted.text(row.get(0)), Quoted.text(String.valueOf(options.separator()))));
    }
    lost = new LostDigits(columns);
    if (options.header()) {
      names = List.copyOf(row);
    }
    String name = options.targetName();
    target = name == null ? indexed(options.targetIndex()) : named(name);
  }

  private int indexed(int index) {
    int counted = index < 0 ? index + columns : index;
    if (counted < 0 || counted >= columns) {
      throw fault(
          "no target column %s; there are %s, 0 to %s or %s to -1"
              .formatted(index, columns, columns - 1, -columns));
    }
    return counted;
  }

  private int named(String name) {
    int count = Collections.frequency(names, name);
    if (count != 1) {
      throw fault(
          "%s named %s; the names are %s%s"
              .formatted(
                  count == 0 ? "no column is" : count + " columns are",
                  Quoted.text(name),
                  Quoted.list(names),
                  count == 0
                      ? "; rows without a target are read with DataFile.read(file) and predicted by a"
                          + " TabularModel"
                      : ""));
    }
    return names.indexOf(name);
  }

  private DataException fault(String what) {
    return new DataException("%s, line %s: %s".formatted(source.name(), line, what));
  }
}
