package dev.nn.api;

import java.math.BigDecimal;
import java.util.HexFormat;

/** The words, numbers, quoted texts and signs of a text, one after the other. */
final class SpecScanner {
  private static final int MAX_NUMBER_LENGTH = 100;
  private static final int MAX_SHOWN = 40;

  /** Those of keyboards and of word processors. */
  private static final String QUOTES = "\"'`\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb";

  private final String source;
  private int at;

  SpecScanner(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  /** Skips white space; the index of the next character. */
  int start() {
    skipSpace();
    return at;
  }

  /** Goes back. */
  void moveTo(int position) {
    at = position;
  }

  /** A number; the next character is its first. */
  SpecValue number() {
    int start = at;
    if (current() == '-') {
      at++;
    }
    boolean legal = digits();
    if (current() == '.') {
      at++;
      legal &= digits();
    }
    if (current() == 'e' || current() == 'E') {
      at++;
      if (current() == '-' || current() == '+') {
        at++;
      }
      legal &= digits();
    }
    legal &= !isWordPart(current());
    if (!legal) {
      throw error("expected a number such as 0.5, -3 or 1e-7", start);
    }
    if (at - start > MAX_NUMBER_LENGTH) {
      throw error("a number has at most " + MAX_NUMBER_LENGTH + " characters", start);
    }
    try {
      return new SpecValue.Decimal(new BigDecimal(source.substring(start, at)));
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw error(SpecValue.Decimal.RANGE, start);
    }
  }

  /** Skips digits; whether there was one. */
  private boolean digits() {
    int start = at;
    while (isDigit(current())) {
      at++;
    }
    return at > start;
  }

  /** A quoted text without its quotes; the next character is the opening one. */
  String text() {
    int start = at++;
    StringBuilder characters = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c == '"') {
        return characters.toString();
      }
      characters.append(c == '\\' ? escaped() : c);
    }
    throw error("the text that starts here has no closing \"", start);
  }

  private char escaped() {
    char c = current();
    at++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'u' -> unicode();
      default -> throw error("unknown escape; known are \\\" \\\\ \\n \\t \\r \\uXXXX", at - 2);
    };
  }

  private char unicode() {
    int end = at + 4;
    int code = 0;
    while (at < end) {
      if (!HexFormat.isHexDigit(current())) {
        throw error("expected four hexadecimal digits after \\u", at);
      }
      code = code * 16 + HexFormat.fromHexDigit(current());
      at++;
    }
    return (char) code;
  }

  /**
   * A run of letters, digits, underscores and, in a name, dots and hyphens; legality is the
   * caller's concern.
   */
  String word(boolean isName) {
    skipSpace();
    int start = at;
    while (isWordPart(current())
        || (isName && at > start && (current() == '.' || current() == '-'))) {
      at++;
    }
    return source.substring(start, at);
  }

  /** The next character after white space, which is skipped; NUL at the end. */
  char peek() {
    skipSpace();
    return current();
  }

  private void skipSpace() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private char current() {
    return at < source.length() ? source.charAt(at) : '\0';
  }

  /** Skips white space and the character, if it comes next; whether it did. */
  boolean skip(char expected) {
    if (peek() != expected || at >= source.length()) {
      return false;
    }
    at++;
    return true;
  }

  /** Skips a closing character. */
  void expect(char expected, String where) {
    if (!skip(expected)) {
      throw noComma((expected + " " + where).strip());
    }
  }

  /** What is wrong where one more item after a comma could come, or what ends them. */
  private SpecException noComma(String end) {
    String hint = isWordPart(current()) ? "; is a comma missing?" : "";
    return error("expected , or " + end + ", found " + describeNext() + hint);
  }

  /** The end of a list without brackets. */
  void expectEndOfItems() {
    skipSpace();
    if (at < source.length()) {
      throw noComma("the end");
    }
  }

  void expectEnd() {
    skipSpace();
    if (at < source.length()) {
      throw error("expected the end, found " + describeNext(), at);
    }
  }

  /** The next word, number or sign; a character that cannot be seen as its code point. */
  String describeNext() {
    if (at >= source.length()) {
      return "the end";
    }
    int end = at;
    while (end < source.length() && end - at < MAX_SHOWN && isWordPart(source.charAt(end))) {
      end++;
    }
    if (end > at) {
      return "'" + source.substring(at, end) + "'";
    }
    int c = source.codePointAt(at);
    boolean isVisible = (c > ' ' && c < 0x7f) || Character.isLetterOrDigit(c);
    return isVisible ? "'" + Character.toString(c) + "'" : "the character U+%04X".formatted(c);
  }

  /** What to do about a quotation mark, if that comes next where none can be. */
  String quoteHint() {
    return QUOTES.indexOf(current()) < 0 || at >= source.length() ? "" : "; leave the quotes out";
  }

  /** Whether a bracket comes next, of another kind than options have. */
  boolean isOpening() {
    char c = peek();
    return c == '[' || c == '{' || c == '<';
  }

  /** What is wrong with the next character. */
  SpecException error(String problem) {
    return error(problem, at);
  }

  SpecException error(String problem, int position) {
    return new SpecException(problem, source, Math.min(position, source.length()));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return isDigit(c) || c == '_' || Character.isLetter(c);
  }
}
