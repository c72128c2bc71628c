package dev.nn.api;

/** Texts between double quotes. */
final class Quoting {
  private Quoting() {}

  /**
   * The text in quotes, with backslashes before quotes and backslashes, and {@code \}{@code uXXXX}
   * for control characters.
   */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
