package dev.nn.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** One pass over a CSV file. */
final class CsvScan {
  private static final int MOST_COLUMNS = 1 << 20;
  private static final int MOST_NAMES_SHOWN = 20;

  private final Csv options;
  private final String file;
  private final List<float[]> features = new ArrayList<>();
  private final List<Cell> targets = new ArrayList<>();
  private List<String> names = List.of();
  private long firstLine;
  private int columns;
  private int target;

  CsvScan(Csv options, String file) {
    this.options = options;
    this.file = file;
  }

  Dataset read(InputStream in) throws IOException {
    try {
      reader(in).forEach(this::accept);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof DataException damaged) {
        throw damaged;
      }
      throw new DataException(file + ": " + e.getMessage(), e);
    }
    if (targets.isEmpty()) {
      throw new DataException(
          file + ": no examples" + (columns == 0 ? "; the file is empty" : " after the header"));
    }
    return named(options.task().dataset(features.toArray(float[][]::new), targets));
  }

  /** With the names of the header, unless two columns share one, so that columns can be matched. */
  private Dataset named(Dataset data) {
    List<String> features = new ArrayList<>(names);
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      return data;
    }
    features.remove(target);
    return data.withFeatureNames(features.toArray(String[]::new));
  }

  private CsvReader<CsvRecord> reader(InputStream in) {
    return CsvReader.builder()
        .fieldSeparator(options.separator())
        .detectBomHeader(true)
        .trimWhitespacesAroundQuotes(true)
        .allowUnclosedQuote(false)
        // Rows are compared here, to name the line.
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build(), in);
  }

  private void accept(CsvRecord row) {
    if (columns == 0) {
      acceptFirst(row);
      if (options.header()) {
        return;
      }
    }
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != columns) {
      throw fault(
          line,
          "%s cell%s, but %s has %s"
              .formatted(
                  row.getFieldCount(),
                  row.getFieldCount() == 1 ? "" : "s",
                  options.header() ? "the header" : "line " + firstLine,
                  columns));
    }
    float[] numbers = new float[columns - 1];
    for (int i = 0; i < columns; i++) {
      Cell cell = new Cell(file, line, i + 1, names.isEmpty() ? "" : names.get(i), row.getField(i));
      if (i == target) {
        targets.add(cell);
      } else {
        numbers[i < target ? i : i - 1] = number(cell);
      }
    }
    features.add(numbers);
  }

  private float number(Cell cell) {
    try {
      return cell.number();
    } catch (DataException e) {
      if (options.header() || cell.line() != firstLine) {
        throw e;
      }
      throw new DataException(
          e.getMessage() + "; if this line names the columns, use Csv.withHeader()", e);
    }
  }

  private void acceptFirst(CsvRecord row) {
    firstLine = row.getStartingLineNumber();
    columns = row.getFieldCount();
    if (columns < 2) {
      throw fault(
          firstLine,
          "one column only, %s, but a feature and a target are needed; is %s the separator?"
              .formatted(
                  Cell.quoted(row.getField(0)), Cell.quoted(String.valueOf(options.separator()))));
    }
    if (options.header()) {
      names = row.getFields().stream().map(String::strip).toList();
    }
    String name = options.targetName();
    target = name == null ? indexed(options.targetIndex()) : named(name);
  }

  private int indexed(int index) {
    int counted = index < 0 ? index + columns : index;
    if (counted < 0 || counted >= columns) {
      throw fault(
          firstLine,
          "no target column %s; there are %s, 0 to %s or %s to -1"
              .formatted(index, columns, columns - 1, -columns));
    }
    return counted;
  }

  private int named(String name) {
    int count = Collections.frequency(names, name);
    if (count != 1) {
      throw fault(
          firstLine,
          "%s columns are named %s; the names are %s%s"
              .formatted(
                  count,
                  Cell.quoted(name),
                  String.join(
                      ", ", names.stream().limit(MOST_NAMES_SHOWN).map(Cell::quoted).toList()),
                  columns > MOST_NAMES_SHOWN ? ", …" : ""));
    }
    return names.indexOf(name);
  }

  private DataException fault(long line, String what) {
    return new DataException("%s, line %s: %s".formatted(file, line, what));
  }
}
