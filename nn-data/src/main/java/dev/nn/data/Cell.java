package dev.nn.data;

import dev.nn.api.DataException;

/**
 * A cell of a CSV file.
 *
 * @param file the name for messages
 * @param line the line on which its row starts, from 1
 * @param column from 1
 * @param columnName from the header; empty without one
 * @param text without the white space around it
 */
record Cell(String file, long line, int column, String columnName, String text) {
  private static final int SHOWN = 40;

  Cell {
    text = text.strip();
  }

  /** The cell as a finite number, rounded to the nearest float. */
  float number() {
    if (text.isEmpty()) {
      throw fault("is empty, but a number is needed");
    }
    float number = parsed();
    if (Float.isNaN(number)) {
      throw fault("is not a number such as -1.5 or 2e-3");
    }
    if (Float.isInfinite(number)) {
      throw fault("is outside the range of float, ±3.4e38");
    }
    return number;
  }

  /** The cell as the name of a class. */
  String label() {
    if (text.isEmpty()) {
      throw fault("is empty, but a class is needed");
    }
    // What decoding puts in the place of malformed bytes.
    if (text.indexOf('\uFFFD') >= 0) {
      throw fault("is not UTF-8 text; save the file as UTF-8");
    }
    return text;
  }

  /** Whether the text is a decimal number: no NaN, infinity, hexadecimal digits or type suffix. */
  boolean isDecimal() {
    return !Float.isNaN(parsed());
  }

  private float parsed() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return Float.NaN;
      }
    }
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  /** An error about this cell; the sentence starts with its text. */
  DataException fault(String what) {
    return new DataException(
        "%s, line %s, column %s%s: %s %s"
            .formatted(
                file,
                line,
                column,
                columnName.isEmpty() ? "" : " (" + quoted(columnName) + ")",
                quoted(text),
                what));
  }

  /** A text as messages show it: in quotes, on one line and not too long. */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(SHOWN)
        .forEach(
            c -> {
              if (isInvisible(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    int length = text.codePointCount(0, text.length());
    return length > SHOWN
        ? shown.append("…\" (").append(length).append(" characters)").toString()
        : shown.append('"').toString();
  }

  private static boolean isInvisible(int c) {
    return c != ' '
        && (Character.isISOControl(c)
            || Character.isSpaceChar(c)
            || Character.getType(c) == Character.FORMAT);
  }
}
