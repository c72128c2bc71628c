package dev.nn.api;

import static java.util.stream.Collectors.joining;

/**
 * Makes text that comes from a file fit to be shown in a message.
 *
 * <p>A terminal acts on some characters instead of showing them, and some characters make the text
 * around them appear in another order. A file from elsewhere could so make a message say something
 * else than it does. Such characters are written as {@code \}{@code uXXXX}.
 */
public final class Printable {
  private Printable() {}

  /** Returns the text on one line; line breaks are written as escapes, too. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  /** Returns a text of several lines, whose line breaks stay. */
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
