package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.data.read.ReadOptions;
import dev.nn.data.read.Source;
import dev.nn.data.read.TableReader;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a table: CSV and similar text, ARFF, LIBSVM, {@code .npy}, {@code .npz} or IDX, plain
 * or packed with gzip. The format is found out from what the file holds. What the file does not
 * tell can be said:
 *
 * <pre>{@code
 * Table wine = DataFile.read(Path.of("wine.csv"));
 * Table prices = DataFile.of(Path.of("prices.csv")).separator(';').decimalComma().read();
 * }</pre>
 *
 * <p><b>CSV.</b> The separator (a comma, semicolon, tab, bar or runs of blanks) and whether the
 * first row names the columns are found out, and {@link Table#notes} says what was found. The text
 * is UTF-8, or what a byte order mark says. Cells may stand in double quotes, and each row may end
 * with a separator. White space around cells, empty lines and lines that begin with {@code #} are
 * ignored. A column without a name is called "column1", "column2" and so on by its place.
 *
 * <p><b>Kinds.</b> A column holds numbers if most of its first 500 cells are decimal numbers, dates
 * if most of them are ISO dates (or written as 31.12.2024), and otherwise texts. If a later cell
 * does not fit, the column becomes texts, and a note names the cell. Numbers that double precision
 * could not keep as they are written, such as 007 and whole numbers of 2⁵³ and more, are texts too.
 * A cell is missing if it is empty or one of {@code ? NA N/A n/a NaN nan null NULL}.
 *
 * <p>An instance is a value, and each method returns another one.
 */
public final class DataFile {
  private final Source source;
  private final ReadOptions options;

  private DataFile(Source source, ReadOptions options) {
    this.source = source;
    this.options = options;
  }

  /** Returns a file about which everything is to be found out. */
  public static DataFile of(Path file) {
    return new DataFile(Source.of(file), ReadOptions.DEFAULT);
  }

  /**
   * Returns the contents of a file, about which everything is to be found out.
   *
   * @param name what messages call the file
   */
  public static DataFile of(String name, byte[] contents) {
    return new DataFile(Source.of(name, contents.clone()), ReadOptions.DEFAULT);
  }

  /** Reads a file about which everything is found out. */
  public static Table read(Path file) throws IOException {
    return of(file).read();
  }

  /** Says whether the first row of a CSV file names the columns. */
  public DataFile header(boolean present) {
    return with(
        new ReadOptions(
            Optional.of(present),
            options.separator(),
            options.decimalComma(),
            options.missing(),
            options.texts(),
            options.zeroBased()));
  }

  /**
   * Says which character separates the cells of a CSV file.
   *
   * @param character the separator, where a blank stands for any run of blanks and tabs
   * @throws IllegalArgumentException if it is a double quote or a #, or ends a line
   */
  public DataFile separator(char character) {
    if ("\"\r\n#".indexOf(character) >= 0) {
      throw new IllegalArgumentException("a quote, a # or a line end cannot part cells");
    }
    return with(
        new ReadOptions(
            options.header(),
            Optional.of(character),
            options.decimalComma(),
            options.missing(),
            options.texts(),
            options.zeroBased()));
  }

  /** Says that numbers are written with a decimal comma, as 1,5. */
  public DataFile decimalComma() {
    return with(
        new ReadOptions(
            options.header(),
            options.separator(),
            true,
            options.missing(),
            options.texts(),
            options.zeroBased()));
  }

  /** Says which texts stand for a missing cell, besides the empty text. */
  public DataFile missing(String... markers) {
    return with(
        new ReadOptions(
            options.header(),
            options.separator(),
            options.decimalComma(),
            new LinkedHashSet<>(List.of(markers)),
            options.texts(),
            options.zeroBased()));
  }

  /** Says that these columns hold texts, even where they look like numbers. */
  public DataFile texts(String... columns) {
    return with(
        new ReadOptions(
            options.header(),
            options.separator(),
            options.decimalComma(),
            options.missing(),
            Set.of(columns),
            options.zeroBased()));
  }

  /** Says whether the indices of a LIBSVM file count from 0. */
  public DataFile zeroBased(boolean fromZero) {
    return with(
        new ReadOptions(
            options.header(),
            options.separator(),
            options.decimalComma(),
            options.missing(),
            options.texts(),
            Optional.of(fromZero)));
  }

  private DataFile with(ReadOptions others) {
    return new DataFile(source, others);
  }

  /**
   * Reads the table into memory.
   *
   * @throws DataException if the file is damaged or is not a table; the message names the line, the
   *     column and the text, or says what the file is instead, such as a zip file
   * @throws IOException if the file cannot be read
   */
  public Table read() throws IOException {
    return TableReader.read(source, options);
  }

  /**
   * The rows block by block, for a file that need not fit in memory. CSV and ARFF files are read
   * anew each time the rows are gone through; a file of another format is read into memory by this
   * call, and a note of the blocks says so.
   *
   * @throws DataException if the file is no table; what is damaged further on shows when the rows
   *     are gone through
   * @throws IOException if the file cannot be read
   */
  public TableBlocks blocks() throws IOException {
    return TableReader.blocks(source, options);
  }
}
