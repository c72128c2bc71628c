package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each of bounded length, with their numbers. */
final class TextLines implements Closeable {
  private static final int LONGEST = 1 << 26;

  private final String file;
  private final BufferedReader reader;
  private final StringBuilder line = new StringBuilder();
  private long number;

  TextLines(Source source) throws IOException {
    this.file = source.name();
    this.reader = Text.of(source);
  }

  /** Returns the next line without its end, or null after the last line. */
  @Nullable String next() throws IOException {
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    number++;
    line.setLength(0);
    for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
      if (line.length() == LONGEST) {
        throw fault("more than %s characters".formatted(LONGEST));
      }
      line.append((char) c);
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
    if (number == 1 && !line.isEmpty() && line.charAt(0) == '\uFEFF') {
      line.deleteCharAt(0);
    }
    return line.toString();
  }

  /**
   * Refuses what few lines can ask for where most cells are left out.
   *
   * @throws DataException if a table of so many numbers would take more than half of the memory
   */
  void checkMemory(long rows, long columns) {
    long most = Runtime.getRuntime().maxMemory() / 2 / Double.BYTES;
    if (rows > most / Math.max(1, columns)) {
      throw fault(
          "%s rows of %s columns, with the cells that are left out, would take more than half of the"
                  .formatted(rows, columns)
              + " memory that Java has; give it more with -Xmx, or leave columns out");
    }
  }

  DataException fault(String what) {
    return new DataException("%s, line %s: %s".formatted(file, number, what));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
