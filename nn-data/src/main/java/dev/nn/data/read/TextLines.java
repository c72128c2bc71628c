package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
    this.reader = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8));
  }

  /** Returns the next line without its end, or null after the last line. */
  @Nullable String next() throws IOException {
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    number++;
    line.setLength(0);
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() == LONGEST) {
        throw fault("more than %s characters".formatted(LONGEST));
      }
      line.append((char) c);
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    if (number == 1 && !line.isEmpty() && line.charAt(0) == '\uFEFF') {
      line.deleteCharAt(0);
    }
    return line.toString();
  }

  DataException fault(String what) {
    return new DataException("%s, line %s: %s".formatted(file, number, what));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
