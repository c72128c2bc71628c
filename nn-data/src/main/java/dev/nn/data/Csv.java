package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.read.Source;
import dev.nn.data.table.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180) of numbers with a row for each example. One column is the target, and
 * all others are features. An instance is a value that says what the file looks like:
 *
 * <pre>{@code
 * Dataset wine = Csv.withHeader().target("cultivar").read(Path.of("wine.csv"));
 * Dataset housing = Csv.withoutHeader().separator(';').real().read(Path.of("housing.csv"));
 * }</pre>
 *
 * <p>Unless told otherwise, the separator is a comma, the target is the last column, and the
 * targets are the classes that occur in it. The text is UTF-8, or what a byte order mark says, and
 * the file may be packed with gzip. A cell may stand in double quotes. White space around cells and
 * empty lines are ignored; lines that begin with # are refused. Lines end with CR LF, LF or CR.
 *
 * <p>A feature is a finite decimal number, which is rounded to the nearest float. Everything else
 * is refused: an empty cell, {@code ?}, {@code NaN}, {@code inf}, {@code 1e999}, {@code 0x10},
 * {@code 1f}, a row with more or fewer cells than the first, a quote that is not closed. Tables
 * with words, dates, missing cells or columns to leave out are read with {@link DataFile} and
 * become features with a {@link dev.nn.data.schema.Schema}, which also predicts rows without a
 * target.
 */
public final class Csv {
  private final boolean header;
  private final char separator;
  private final boolean decimalComma;
  private final int targetIndex;
  private final @Nullable String targetName;
  private final TargetColumn task;

  private Csv(
      boolean header,
      char separator,
      boolean decimalComma,
      int targetIndex,
      @Nullable String targetName,
      TargetColumn task) {
    this.header = header;
    this.separator = separator;
    this.decimalComma = decimalComma;
    this.targetIndex = targetIndex;
    this.targetName = targetName;
    this.task = task;
  }

  /** Returns a reader for files whose first row names the columns. */
  public static Csv withHeader() {
    return new Csv(true, ',', false, -1, null, new TargetColumn.FoundClasses());
  }

  /** Returns a reader for files whose first row is an example. */
  public static Csv withoutHeader() {
    return new Csv(false, ',', false, -1, null, new TargetColumn.FoundClasses());
  }

  /**
   * Says which character separates the cells. The default is a comma.
   *
   * @param character the separator, where a blank stands for any run of blanks and tabs
   * @throws IllegalArgumentException if it is a double quote or a #, or ends a line
   */
  public Csv separator(char character) {
    if ("\"\r\n#".indexOf(character) >= 0) {
      throw new IllegalArgumentException("a quote, a # or a line end cannot part cells");
    }
    return new Csv(header, character, decimalComma, targetIndex, targetName, task);
  }

  /**
   * Says that numbers are written with a decimal comma, as in 1,5. A decimal point is read as well.
   */
  public Csv decimalComma() {
    return new Csv(header, separator, true, targetIndex, targetName, task);
  }

  /**
   * Says that the target is the column with this index.
   *
   * @param index counted from 0 for the first column, or backwards from -1 for the last
   */
  public Csv target(int index) {
    return new Csv(header, separator, decimalComma, index, null, task);
  }

  /**
   * Says that the target is the column with this name.
   *
   * @throws IllegalArgumentException if the file has no header
   */
  public Csv target(String name) {
    if (!header) {
      throw new IllegalArgumentException(
          "a file without a header has no column %s; use Csv.withHeader() or target(index)"
              .formatted(Quoted.text(name)));
    }
    return new Csv(true, separator, decimalComma, targetIndex, name, task);
  }

  /**
   * Says that the target is a class, and that the classes are those that occur in the file. Their
   * order is that of the numbers if all are numbers, else that of the texts by their UTF-16 units.
   * This is the default. Use {@link #classes(List)} for files that belong together but may not have
   * the same classes.
   */
  public Csv classes() {
    return as(new TargetColumn.FoundClasses());
  }

  /**
   * Says that the target is one of these classes, whose indices follow the given order.
   *
   * @throws IllegalArgumentException if there are fewer than two, or two are the same
   */
  public Csv classes(List<String> labels) {
    if (labels.size() < 2 || new HashSet<>(labels).size() < labels.size()) {
      throw new IllegalArgumentException("two or more different classes are needed, got " + labels);
    }
    return as(new TargetColumn.GivenClasses(List.copyOf(labels)));
  }

  /** Says that the target is the number 0 or 1. */
  public Csv binary() {
    return as(new TargetColumn.ZeroOrOne());
  }

  /**
   * Says that the target is one of two texts.
   *
   * @param no the text that becomes 0
   * @param yes the text that becomes 1
   * @throws IllegalArgumentException if they are the same
   */
  public Csv binary(String no, String yes) {
    if (no.equals(yes)) {
      throw new IllegalArgumentException("no and yes are both " + Quoted.text(no));
    }
    return as(new TargetColumn.NoOrYes(no, yes));
  }

  /** Says that the target is a real number. */
  public Csv real() {
    return as(new TargetColumn.RealNumber());
  }

  private Csv as(TargetColumn newTask) {
    return new Csv(header, separator, decimalComma, targetIndex, targetName, newTask);
  }

  /**
   * Reads a file into memory. The features keep the order of their columns.
   *
   * @throws DataException if a cell, a row or the whole file cannot be used; the message names the
   *     file and, as far as they apply, the line on which the row starts, the column (both from 1)
   *     and the text of the cell
   * @throws IOException if the file cannot be read
   */
  public Dataset read(Path file) throws IOException {
    return read(Source.of(file));
  }

  Dataset read(Source source) throws IOException {
    return new CsvScan(this, source).read();
  }

  boolean header() {
    return header;
  }

  char separator() {
    return separator;
  }

  boolean isDecimalComma() {
    return decimalComma;
  }

  int targetIndex() {
    return targetIndex;
  }

  @Nullable String targetName() {
    return targetName;
  }

  TargetColumn task() {
    return task;
  }
}
