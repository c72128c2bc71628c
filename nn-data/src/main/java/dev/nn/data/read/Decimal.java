package dev.nn.data.read;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Reads decimal numbers as tables hold them: digits with a point and an exponent, but no NaN,
 * infinity, hexadecimal digits or type suffix.
 */
public final class Decimal {
  private static final double FIRST_GAP = 0x1p53;
  private static final int LONGEST = 400;

  private Decimal() {}

  /**
   * Returns the number that these characters spell, or NaN if they spell none or none that a double
   * keeps as it is written. The latter are texts with a leading zero ("007"), numbers beyond the
   * range of double, and whole numbers of 2⁵³ or more, where doubles have gaps: as doubles,
   * different texts could become equal.
   */
  public static double exact(char[] text, int from, int length) {
    double value = parse(text, from, length);
    if (Double.isNaN(value)) {
      return value;
    }
    boolean isWhole = true;
    boolean isZero = true;
    for (int i = from; i < from + length; i++) {
      char c = text[i];
      if (c == '.' || c == 'e' || c == 'E') {
        isWhole = false;
        if (c != '.') {
          break;
        }
      }
      isZero &= c < '1' || c > '9';
    }
    int first = text[from] == '-' || text[from] == '+' ? from + 1 : from;
    boolean isCode = isWhole && text[first] == '0' && first + 1 < from + length;
    boolean isLost =
        (value == 0 && !isZero)
            || Double.isInfinite(value)
            || (isWhole && Math.abs(value) >= FIRST_GAP);
    return isCode || isLost ? Double.NaN : value;
  }

  /** Does the same for a text. */
  public static double exact(String text) {
    return text.isEmpty() ? Double.NaN : exact(text.toCharArray(), 0, text.length());
  }

  /**
   * Returns the number that these characters spell, rounded to the nearest double, which may be
   * infinite, or NaN if they spell none.
   */
  public static double parse(char[] text, int from, int length) {
    if (length == 0 || length > LONGEST) {
      return Double.NaN;
    }
    for (int i = from; i < from + length; i++) {
      char c = text[i];
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      return JavaDoubleParser.parseDouble(text, from, length);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Does the same for a text. */
  public static double parse(String text) {
    return parse(text.toCharArray(), 0, text.length());
  }
}
