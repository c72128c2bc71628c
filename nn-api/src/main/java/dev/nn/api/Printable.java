package dev.nn.api;

import static java.util.stream.Collectors.joining;

/**
 * Text of a file in a form that can be shown: what a terminal would act on instead of showing it,
 * or what would show other text in another order, becomes {@code \}{@code uXXXX}.
 */
public final class Printable {
  private Printable() {}

  /** The text on one line; line breaks are written out too. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  /** The same for a text of several lines: its breaks stay. */
  public static String lines(String text) {
    return text.lines().map(Printable::line).collect(joining("\n"));
  }

  private static void append(StringBuilder line, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> {
        for (char unit : Character.toChars(codePoint)) {
          line.append("\\u%04x".formatted((int) unit));
        }
      }
      default -> line.appendCodePoint(codePoint);
    }
  }
}
