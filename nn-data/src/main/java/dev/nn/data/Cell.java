package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.data.read.Decimal;
import dev.nn.data.table.Quoted;
import java.util.regex.Pattern;

/**
 * A cell of a CSV file.
 *
 * @param file the name for messages
 * @param line the line on which its row starts, from 1
 * @param column its column, from 1
 * @param columnName the name from the header, or an empty text if there is no header
 * @param text its text without the white space around it
 */
record Cell(String file, long line, int column, String columnName, String text) {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
  private static final String ADVICE =
      "; words, dates and missing cells become features with Schema.infer(DataFile.read(file))";

  Cell {
    text = text.strip();
  }

  /** Returns the cell as a finite number, rounded to the nearest float. */
  float number() {
    if (text.isEmpty()) {
      throw fault("is empty, but a number is needed" + ADVICE);
    }
    float number = parsed();
    if (Float.isNaN(number)) {
      throw fault(
          "is not a number such as -1.5 or 2e-3"
              + (DECIMAL_COMMA.matcher(text).matches()
                  ? "; if the comma is a decimal mark, say decimalComma()"
                  : ADVICE));
    }
    if (Float.isInfinite(number)) {
      throw fault("is outside the range of float, ±3.4e38");
    }
    return number;
  }

  /** Returns the cell as the name of a class. */
  String label() {
    if (text.isEmpty()) {
      throw fault("is empty, but a class is needed");
    }
    // This is what decoding puts in the place of malformed bytes.
    if (text.indexOf('\uFFFD') >= 0) {
      throw fault(
          "is not UTF-8 text; save the file as UTF-8 (in Excel: CSV UTF-8; elsewhere: iconv -f windows-1252 -t utf-8 OLD > NEW)");
    }
    return text;
  }

  /**
   * Returns whether the text is a number that a double keeps apart from others. A code such as 007
   * is not, nor is a number beyond the range or the precision of double.
   */
  boolean isExactNumber() {
    return !Double.isNaN(Decimal.exact(text));
  }

  /** Returns the cell with a point in place of a decimal comma. */
  Cell withDecimalPoint() {
    return DECIMAL_COMMA.matcher(text).matches()
        ? new Cell(file, line, column, columnName, text.replace(',', '.'))
        : this;
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

  /** Returns an error about this cell, whose sentence starts with its text. */
  DataException fault(String what) {
    return new DataException(
        "%s, line %s, column %s%s: %s %s"
            .formatted(
                file,
                line,
                column,
                columnName.isEmpty() ? "" : " (" + Quoted.text(columnName) + ")",
                Quoted.text(text),
                what));
  }
}
