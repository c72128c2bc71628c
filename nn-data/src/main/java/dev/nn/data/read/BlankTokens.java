package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;

/**
 * Splits cells that are separated by runs of blanks and tabs, as in many files of the UCI
 * repository. A cell with blanks in it stands in double quotes.
 */
final class BlankTokens {
  private static final int LONGEST_LINE = 1 << 24;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private BlankTokens() {}

  static void read(Source source, long mostRows, Cells cells) throws IOException {
    try (BufferedReader reader = Text.of(source)) {
      char[] line = new char[256];
      long number = 0;
      for (long row = 0; row < mostRows; ) {
        int length = 0;
        int c = reader.read();
        if (c < 0) {
          return;
        }
        number++;
        for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
          if (length == line.length) {
            if (length >= LONGEST_LINE) {
              throw new DataException(
                  "%s, line %s: more than %s characters"
                      .formatted(source.name(), number, LONGEST_LINE));
            }
            line = Arrays.copyOf(line, 2 * length);
          }
          line[length++] = (char) c;
        }
        if (c == '\r') {
          skipLineFeed(reader);
        }
        row += split(line, length, source.name(), number, cells) ? 1 : 0;
      }
    }
  }

  private static void skipLineFeed(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\n') {
      reader.reset();
    }
  }

  private static boolean split(char[] line, int length, String file, long number, Cells cells) {
    int at = number == 1 && length > 0 && line[0] == BYTE_ORDER_MARK ? 1 : 0;
    at = afterBlanks(line, at, length);
    if (at < length && line[at] == '#') {
      cells.comment(number);
      return false;
    }
    if (at == length) {
      return false;
    }
    cells.begin(number);
    while (at < length) {
      int from = at;
      if (line[at] == '"') {
        from++;
        do {
          at++;
        } while (at < length && line[at] != '"');
        if (at == length) {
          throw new DataException("%s, line %s: a quote is not closed".formatted(file, number));
        }
        cells.cell(line, from, at - from);
        at++;
      } else {
        while (at < length && !CsvTokens.isBlank(line[at])) {
          at++;
        }
        cells.cell(line, from, at - from);
      }
      at = afterBlanks(line, at, length);
    }
    cells.end();
    return true;
  }

  private static int afterBlanks(char[] line, int from, int length) {
    int at = from;
    while (at < length && CsvTokens.isBlank(line[at])) {
      at++;
    }
    return at;
  }
}
