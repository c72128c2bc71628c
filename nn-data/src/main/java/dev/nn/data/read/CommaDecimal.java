package dev.nn.data.read;

import java.util.regex.Pattern;

/**
 * Reads numbers as half of the world writes them: with a comma for the decimal point, and perhaps
 * with points between groups of three digits, as 1.345.864,50.
 */
public final class CommaDecimal {
  private static final int LONGEST = 32;

  /** A point and three digits. */
  private static final int PERIOD = 4;

  private static final Pattern THOUSANDS =
      Pattern.compile("[-+]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");

  private CommaDecimal() {}

  /** Returns the number that these characters spell, or NaN, as {@link Decimal#exact} does. */
  static double exact(char[] text, int from, int length) {
    if (length == 0 || length > LONGEST) {
      return Double.NaN;
    }
    int end = from + length;
    int first = text[from] == '-' || text[from] == '+' ? from + 1 : from;
    int whole = first;
    boolean isGrouped = false;
    while (whole < end && (text[whole] == '.' || (text[whole] >= '0' && text[whole] <= '9'))) {
      isGrouped |= text[whole] == '.';
      whole++;
    }
    char[] pointed = new char[length];
    int size = 0;
    for (int i = from; i < end; i++) {
      boolean isPlaceOfPoint = isGrouped && i >= first && i < whole && (whole - i) % PERIOD == 0;
      if ((text[i] == '.') != isPlaceOfPoint || (isPlaceOfPoint && i == first)) {
        return Double.NaN;
      }
      if (!isPlaceOfPoint) {
        pointed[size++] = text[i] == ',' ? '.' : text[i];
      }
    }
    return Decimal.exact(pointed, 0, size);
  }

  /** Does the same for a text. */
  public static double exact(String text) {
    return exact(text.toCharArray(), 0, text.length());
  }

  /** Whether a text can be a number whose thousands are parted by commas, as 1,083 or 12,345.60. */
  public static boolean mayHaveCommasForThousands(String text) {
    return THOUSANDS.matcher(text).matches();
  }

  /**
   * Whether a number with a decimal point could also be a whole number whose thousands are parted
   * by points, as 283.292.
   */
  static boolean mayBeThousands(String text) {
    return text.matches("[-+]?[1-9]\\d{0,2}(\\.\\d{3})+");
  }
}
