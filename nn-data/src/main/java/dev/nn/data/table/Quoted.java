package dev.nn.data.table;

import java.util.List;
import java.util.stream.Collectors;

/** Shows the texts of a table in messages. */
public final class Quoted {
  private static final int SHOWN = 40;
  private static final int LISTED = 20;

  private Quoted() {}

  /**
   * Returns a text in quotes, on one line and not too long. Characters that cannot be seen are
   * written out.
   */
  public static String text(String text) {
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

  /** Returns texts in quotes, separated by commas. If there are many, only the first are shown. */
  public static String list(List<String> texts) {
    return texts.stream().limit(LISTED).map(Quoted::text).collect(Collectors.joining(", "))
        + (texts.size() > LISTED ? ", … (%s in all)".formatted(texts.size()) : "");
  }

  private static boolean isInvisible(int c) {
    return c != ' '
        && (Character.isISOControl(c)
            || Character.isSpaceChar(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.SURROGATE);
  }
}
