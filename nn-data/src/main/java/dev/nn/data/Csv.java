package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.read.GzipInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180) with a row for each example: one column is the target, all others are
 * features. An instance is a value that says what the file looks like:
 *
 * <pre>{@code
 * Dataset wine = Csv.withHeader().target("cultivar").read(Path.of("wine.csv"));
 * Dataset housing = Csv.withoutHeader().separator(';').real().read(Path.of("housing.csv"));
 * }</pre>
 *
 * <p>Unless told otherwise the separator is a comma, the target is the last column, and the targets
 * are the classes that occur in it. Text is UTF-8, or what a byte order mark says; the file may be
 * packed with gzip. A cell may stand in double quotes; white space around it and empty lines do not
 * count. Lines end with CR LF, LF or CR.
 *
 * <p>A feature is a finite decimal number, rounded to the nearest float. Everything else is
 * refused: an empty cell, {@code ?}, {@code NaN}, {@code inf}, {@code 1e999}, {@code 0x10}, {@code
 * 1f}, a row with more or fewer cells than the first, a quote that is not closed. Rows with missing
 * values have to be filled or dropped before.
 */
public final class Csv {
  private final boolean header;
  private final char separator;
  private final int targetIndex;
  private final @Nullable String targetName;
  private final TargetColumn task;

  private Csv(
      boolean header,
      char separator,
      int targetIndex,
      @Nullable String targetName,
      TargetColumn task) {
    this.header = header;
    this.separator = separator;
    this.targetIndex = targetIndex;
    this.targetName = targetName;
    this.task = task;
  }

  /** A file whose first row names the columns. */
  public static Csv withHeader() {
    return new Csv(true, ',', -1, null, new TargetColumn.FoundClasses());
  }

  /** A file whose first row is an example. */
  public static Csv withoutHeader() {
    return new Csv(false, ',', -1, null, new TargetColumn.FoundClasses());
  }

  /**
   * Cells are parted by this character; a comma if nothing is said.
   *
   * @throws IllegalArgumentException if it is a double quote or ends a line
   */
  public Csv separator(char character) {
    if ("\"\r\n".indexOf(character) >= 0) {
      throw new IllegalArgumentException("a quote or a line end cannot part cells");
    }
    return new Csv(header, character, targetIndex, targetName, task);
  }

  /**
   * The target is the column with this index.
   *
   * @param index from 0 for the first, or from -1 for the last backwards
   */
  public Csv target(int index) {
    return new Csv(header, separator, index, null, task);
  }

  /**
   * The target is the column with this name.
   *
   * @throws IllegalArgumentException if the file has no header
   */
  public Csv target(String name) {
    if (!header) {
      throw new IllegalArgumentException(
          "a file without a header has no column %s; use Csv.withHeader() or target(index)"
              .formatted(Cell.quoted(name)));
    }
    return new Csv(true, separator, targetIndex, name, task);
  }

  /**
   * The target is a class, and the classes are those that occur: in ascending order of the numbers
   * if all are numbers, else of the texts by their UTF-16 units. This is what is read if nothing is
   * said. Files that belong together and may not have the same classes need {@link #classes(List)}.
   */
  public Csv classes() {
    return as(new TargetColumn.FoundClasses());
  }

  /**
   * The target is one of these classes, whose indices follow the order given.
   *
   * @throws IllegalArgumentException if there are fewer than two, or two are the same
   */
  public Csv classes(List<String> labels) {
    if (labels.size() < 2 || new HashSet<>(labels).size() < labels.size()) {
      throw new IllegalArgumentException("two or more different classes are needed, got " + labels);
    }
    return as(new TargetColumn.GivenClasses(List.copyOf(labels)));
  }

  /** The target is the number 0 or 1. */
  public Csv binary() {
    return as(new TargetColumn.ZeroOrOne());
  }

  /**
   * The target is one of two texts.
   *
   * @param no the text that becomes 0
   * @param yes the text that becomes 1
   * @throws IllegalArgumentException if they are the same
   */
  public Csv binary(String no, String yes) {
    if (no.equals(yes)) {
      throw new IllegalArgumentException("no and yes are both " + Cell.quoted(no));
    }
    return as(new TargetColumn.NoOrYes(no, yes));
  }

  /** The target is a real number. */
  public Csv real() {
    return as(new TargetColumn.RealNumber());
  }

  private Csv as(TargetColumn newTask) {
    return new Csv(header, separator, targetIndex, targetName, newTask);
  }

  /**
   * Reads a file into memory. The features keep the order of their columns.
   *
   * @throws DataException if a cell, a row or the whole cannot be used, with the file and, where it
   *     has one, the line on which the row starts, the column (both from 1) and the text of the
   *     cell
   * @throws IOException if the file cannot be read
   */
  public Dataset read(Path file) throws IOException {
    try (InputStream in = GzipInput.open(file)) {
      return new CsvScan(this, file.toString()).read(in);
    }
  }

  /** Reads a stream; the name is for messages. */
  Dataset read(InputStream in, String name) throws IOException {
    return new CsvScan(this, name).read(GzipInput.unpacked(in, name));
  }

  boolean header() {
    return header;
  }

  char separator() {
    return separator;
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
