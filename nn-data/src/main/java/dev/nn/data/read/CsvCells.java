package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.BlockBuilder;
import dev.nn.data.table.ColumnBuilder;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the cells of a file of text in columns of known kinds. */
final class CsvCells implements Cells {
  private final String file;
  private final List<String> names;
  private final CellKind[] kinds;
  private final BlockBuilder rows;
  private final @Nullable String[] misfits;
  private final long[] misfitCounts;
  private final boolean[] skips;
  private final String[] missing;
  private final int longestMissing;
  private final double[] missingNumbers;
  private final boolean decimalComma;
  private boolean skipsHeader;
  private boolean hasMisfits;
  private long firstComment;
  private long line;
  private int column;

  /**
   * @param rows takes the cells; after a misfit it is abandoned
   * @param kinds of the columns that it has
   * @param skipped columns whose cells become missing ones
   */
  CsvCells(
      String file,
      List<String> names,
      CellKind[] kinds,
      boolean header,
      ReadOptions options,
      Set<String> skipped,
      BlockBuilder rows) {
    this.file = file;
    this.names = names;
    this.kinds = kinds;
    this.misfits = new String[kinds.length];
    this.misfitCounts = new long[kinds.length];
    this.skips = new boolean[kinds.length];
    for (int i = 0; i < skips.length; i++) {
      skips[i] = skipped.contains(names.get(i));
    }
    this.missing = options.missing().toArray(String[]::new);
    this.longestMissing = options.missing().stream().mapToInt(String::length).max().orElse(0);
    this.decimalComma = options.decimalComma();
    this.missingNumbers =
        options.missing().stream()
            .mapToDouble(text -> number(text.toCharArray(), 0, text.length()))
            .filter(number -> !Double.isNaN(number))
            .toArray();
    this.skipsHeader = header;
    this.rows = rows;
  }

  @Override
  public void comment(long commentLine) {
    firstComment = firstComment == 0 ? commentLine : firstComment;
  }

  /** The line of the first comment; 0 if there was none. */
  long firstComment() {
    return firstComment;
  }

  @Override
  public void begin(long startingLine) {
    line = startingLine;
    column = 0;
  }

  @Override
  public void cell(char[] text, int from, int length) {
    int index = column++;
    if (skipsHeader || index >= kinds.length) {
      if (!skipsHeader && (length > 0 || index > kinds.length)) {
        throw wrongWidth((index + 1) + " cells or more");
      }
      return;
    }
    ColumnBuilder builder = rows.column(index);
    if (skips[index]) {
      builder.addMissing();
      return;
    }
    if (builder instanceof ColumnBuilder.Numbers numbers) {
      double value = number(text, from, length);
      if (!Double.isNaN(value)) {
        add(numbers, value);
        return;
      }
    }
    if (isMissing(text, from, length)) {
      builder.addMissing();
    } else if (builder instanceof ColumnBuilder.Texts texts) {
      if (texts.add(text, from, length)) {
        checkText(text, from, length, index);
      }
    } else {
      addDate(builder, text, from, length, index);
    }
  }

  private void add(ColumnBuilder.Numbers numbers, double value) {
    for (double number : missingNumbers) {
      if (value == number) {
        numbers.addMissing();
        return;
      }
    }
    numbers.add(value);
  }

  private void addDate(ColumnBuilder builder, char[] text, int from, int length, int index) {
    if (builder instanceof ColumnBuilder.Dates dates) {
      long millis = IsoDate.millis(text, from, length);
      if (millis != DateColumn.MISSING) {
        dates.add(millis);
        return;
      }
    }
    if (misfits[index] == null) {
      String shown = new String(text, from, length);
      misfits[index] =
          "%s in line %s is no %s".formatted(Quoted.text(shown), line, why(shown, index));
    }
    misfitCounts[index]++;
    builder.addMissing();
    if (!hasMisfits) {
      hasMisfits = true;
      rows.abandon();
    }
  }

  private String why(String text, int index) {
    boolean isNumber = !Double.isNaN(Decimal.parse(text));
    return kinds[index] == CellKind.NUMBER && isNumber
        ? "number that double precision would keep as it is written"
        : kinds[index].word();
  }

  private double number(char[] text, int from, int length) {
    return decimalComma
        ? CommaDecimal.exact(text, from, length)
        : Decimal.exact(text, from, length);
  }

  private boolean isMissing(char[] text, int from, int length) {
    if (length == 0) {
      return true;
    }
    if (length > longestMissing) {
      return false;
    }
    for (String marker : missing) {
      if (marker.length() == length && marker.charAt(0) == text[from]) {
        int i = 0;
        while (i < length && marker.charAt(i) == text[from + i]) {
          i++;
        }
        if (i == length) {
          return true;
        }
      }
    }
    return false;
  }

  private void checkText(char[] text, int from, int length, int index) {
    for (int i = from; i < from + length; i++) {
      if (text[i] == Text.REPLACEMENT || text[i] == 0) {
        throw new DataException(
            "%s, line %s, column %s (%s): %s is not UTF-8 text; %s"
                .formatted(
                    file,
                    line,
                    index + 1,
                    Quoted.text(names.get(index)),
                    Quoted.text(new String(text, from, length)),
                    Text.ADVICE));
      }
    }
  }

  @Override
  public void end() {
    if (skipsHeader) {
      skipsHeader = false;
      return;
    }
    if (column < kinds.length) {
      throw wrongWidth(column == 1 ? "1 cell" : column + " cells");
    }
    rows.endRow();
  }

  private DataException wrongWidth(String found) {
    return new DataException(
        "%s, line %s: %s, but there are %s columns; a cell that holds the separator stands in double quotes"
            .formatted(file, line, found, kinds.length));
  }

  boolean hasMisfits() {
    return hasMisfits;
  }

  /** The kinds by which the whole file can be read. */
  CellKind[] fittingKinds() {
    CellKind[] fitting = kinds.clone();
    for (int i = 0; i < fitting.length; i++) {
      if (misfits[i] != null) {
        fitting[i] = CellKind.TEXT;
      }
    }
    return fitting;
  }

  /** Which columns became texts although most of their cells are something else, and why. */
  List<String> misfits() {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < misfits.length; i++) {
      if (misfits[i] != null) {
        sentences.add(
            "column %s is read as texts: %s%s"
                .formatted(
                    Quoted.text(names.get(i)),
                    misfits[i],
                    misfitCounts[i] == 1
                        ? ""
                        : ", nor are %s others".formatted(misfitCounts[i] - 1)));
      }
    }
    return sentences;
  }
}
