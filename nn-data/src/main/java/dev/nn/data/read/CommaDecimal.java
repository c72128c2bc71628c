package dev.nn.data.read;

/**
 * Reads numbers as half of the world writes them: with a comma for the decimal point, and perhaps
 * with points between groups of three digits, as 1.345.864,50.
 */
public final class CommaDecimal {
  private static final int LONGEST = 32;
  private static final int GROUP = 3;

  private CommaDecimal() {}

  /** Returns the number that these characters spell, or NaN, as {@link Decimal#exact} does. */
  static double exact(char[] text, int from, int length) {
    if (length == 0 || length > LONGEST) {
      return Double.NaN;
    }
    char[] pointed = new char[length];
    int size = 0;
    int digits = 0;
    boolean isGrouped = false;
    boolean isWhole = true;
    for (int i = from; i < from + length; i++) {
      char c = text[i];
      boolean endsGroup = c < '0' || c > '9';
      if (isWhole && endsGroup && digits > 0 && (c == '.' || isGrouped)) {
        boolean fits = isGrouped ? digits == GROUP : digits <= GROUP;
        if (!fits) {
          return Double.NaN;
        }
      }
      if (c == '.') {
        if (!isWhole || digits == 0) {
          return Double.NaN;
        }
        isGrouped = true;
        digits = 0;
      } else {
        isWhole &= !endsGroup || c == '-' || c == '+';
        digits += endsGroup ? 0 : 1;
        pointed[size++] = c == ',' ? '.' : c;
      }
    }
    return isWhole && isGrouped && digits != GROUP ? Double.NaN : Decimal.exact(pointed, 0, size);
  }

  /** Does the same for a text. */
  public static double exact(String text) {
    return exact(text.toCharArray(), 0, text.length());
  }

  /**
   * Whether a number with a decimal point could also be a whole number whose thousands are parted
   * by points, as 283.292.
   */
  static boolean mayBeThousands(String text) {
    return text.matches("[-+]?[1-9]\\d{0,2}(\\.\\d{3})+");
  }
}
