package dev.nn.report.page;

import java.util.List;
import java.util.Locale;

/** Texts as sentences need them. */
public final class Words {
  private static final int LONGEST = 24;

  private Words() {}

  public static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The beginning of a long text, with an ellipsis. */
  public static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** One thing or several: {@code 1 row}, {@code 1,200 rows}. */
  public static String count(long number, String one) {
    return Numbers.whole(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** A list as people say it: {@code a, b and c}. */
  public static String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
