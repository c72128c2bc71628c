package dev.nn.data.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import dev.nn.api.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Hands the cells of a CSV file on as characters of FastCSV's buffer, without an object a cell. */
public final class CsvTokens {
  private static final int MOST_COLUMNS = 1 << 20;

  private CsvTokens() {}

  /**
   * Reads at most so many rows. Empty lines and lines of blanks are ignored. Comments are no rows
   * either, but the receiver of the cells is told of them.
   *
   * @param separator a blank stands for any run of blanks and tabs
   * @throws DataException if a quote is not closed or a row has too many cells
   */
  public static void read(Source source, char separator, long mostRows, Cells cells)
      throws IOException {
    if (separator == ' ') {
      BlankTokens.read(source, mostRows, cells);
      return;
    }
    try (CsvReader<Boolean> reader =
            CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.READ)
                .detectBomHeader(true)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                // Rows are compared later, to name the line.
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new Handler(source.name(), cells), source.open());
        CloseableIterator<Boolean> rows = reader.iterator()) {
      for (long row = 0; row < mostRows && rows.hasNext(); ) {
        row += rows.next() ? 1 : 0;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof DataException damaged) {
        throw damaged;
      }
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw new DataException(source.name() + ": " + e.getMessage(), e);
    }
  }

  /** Whether a character is white space that does not count at the ends of a cell. */
  static boolean isBlank(char c) {
    return c <= ' ' || (c > 127 && Character.isWhitespace(c));
  }

  private static final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final String file;
    private final Cells cells;
    private boolean begun;
    private boolean blankOnly;

    Handler(String file, Cells cells) {
      this.file = file;
      this.cells = cells;
    }

    @Override
    protected void handleBegin(long line) {
      begun = false;
      blankOnly = false;
    }

    @Override
    protected void handleComment(char[] buffer, int offset, int length) {
      cells.comment(getStartingLineNumber());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      int from = offset;
      int end = offset + length;
      while (from < end && isBlank(buffer[from])) {
        from++;
      }
      while (end > from && isBlank(buffer[end - 1])) {
        end--;
      }
      if (index == 0 && from == end && !quoted) {
        // A line of blanks, unless a second cell follows.
        blankOnly = true;
        return;
      }
      begin(index);
      cells.cell(buffer, from, end - from);
    }

    private void begin(int index) {
      if (!begun) {
        begun = true;
        cells.begin(getStartingLineNumber());
        if (blankOnly) {
          cells.cell(new char[0], 0, 0);
        }
      }
      if (index >= MOST_COLUMNS) {
        throw new DataException(
            "%s, line %s: more than %s cells"
                .formatted(file, getStartingLineNumber(), MOST_COLUMNS));
      }
    }

    @Override
    protected Boolean buildRecord() {
      boolean isRow = begun && getRecordType() == RecordType.DATA;
      if (isRow) {
        cells.end();
      }
      return isRow;
    }
  }
}
