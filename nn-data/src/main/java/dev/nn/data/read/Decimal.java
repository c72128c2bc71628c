package dev.nn.data.read;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Reads decimal numbers as tables hold them: digits with a point and an exponent, but no NaN,
 * infinity, hexadecimal digits or type suffix.
 */
public final class Decimal {
  private static final double FIRST_GAP = 0x1p53;
  private static final int LONGEST = 400;
  private static final int MOST_SIMPLE = 24;
  private static final int MOST_DIGITS = 18;
  private static final int LARGEST_POWER = 22;
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimal() {}

  /**
   * Returns the number that these characters spell, or NaN if they spell none or none that a double
   * keeps as it is written. The latter are texts with a leading zero ("007"), numbers beyond the
   * range of double, and whole numbers of 2⁵³ or more, where doubles have gaps: as doubles,
   * different texts could become equal.
   */
  public static double exact(char[] text, int from, int length) {
    double simple = simple(text, from, length);
    if (!Double.isNaN(simple)) {
      return simple;
    }
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

  /**
   * The same for the numbers that most tables hold, or NaN if it is none of them: a whole number
   * below 2⁵³ times or by a power of ten up to 10²², both of which are doubles, so that one
   * rounding gives the nearest double (W. D. Clinger, How to read floating point numbers
   * accurately, 1990).
   */
  private static double simple(char[] text, int from, int length) {
    int end = from + length;
    int at = from;
    boolean isNegative = length > 0 && text[at] == '-';
    at += isNegative ? 1 : 0;
    if (length > MOST_SIMPLE || at == end) {
      return Double.NaN;
    }
    long number = 0;
    int first = at;
    int point = -1;
    int exponent = 0;
    boolean isWhole = true;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        number = 10 * number + digit;
      } else if (text[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
    }
    int digits = at - first - (point < 0 ? 0 : 1);
    int scale = point < 0 ? 0 : point + 1 - at;
    if (at < end) {
      exponent = exponent(text, at, end);
      isWhole = false;
    }
    isWhole &= point < 0;
    scale += exponent;
    boolean isSimple =
        digits > 0
            && digits <= MOST_DIGITS
            && number < FIRST_GAP
            && scale >= -LARGEST_POWER
            && scale <= LARGEST_POWER
            && !(isWhole && digits > 1 && text[first] == '0');
    if (!isSimple) {
      return Double.NaN;
    }
    double value = scale < 0 ? number / POWERS[-scale] : number * POWERS[scale];
    return isNegative ? -value : value;
  }

  /** That of e5, E-12 and the like; one beyond all powers if it is none. */
  private static int exponent(char[] text, int from, int end) {
    int at = from + 1;
    boolean isNegative = at < end && text[at] == '-';
    at += isNegative || (at < end && text[at] == '+') ? 1 : 0;
    boolean isExponent = (text[from] == 'e' || text[from] == 'E') && at < end && end - at <= 2;
    int exponent = 0;
    for (; isExponent && at < end; at++) {
      isExponent = text[at] >= '0' && text[at] <= '9';
      exponent = 10 * exponent + text[at] - '0';
    }
    return isExponent ? (isNegative ? -exponent : exponent) : 1000;
  }

  /** The same for a text. */
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
