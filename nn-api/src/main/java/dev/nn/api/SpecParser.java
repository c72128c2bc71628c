package dev.nn.api;

import dev.nn.api.Spec.SpecSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the grammar of {@link Spec} by recursive descent. One instance reads one text. */
final class SpecParser {
  private static final int MAX_NUMBER_LENGTH = 100;

  /** Far more than anybody writes, and little enough that a hostile text cannot fill the memory. */
  private static final int MAX_VALUES = 20_000;

  private final String text;
  private int at;
  private int depth;
  private int values;

  SpecParser(String text) {
    this.text = text;
  }

  Spec wholeSpec() {
    Spec spec = spec();
    expectEnd();
    return spec;
  }

  SpecValue wholeValue() {
    SpecValue value = value();
    expectEnd();
    return value;
  }

  List<Spec> wholeList() {
    List<Spec> specs = new ArrayList<>();
    boolean bracketed = peek() == '[';
    if (bracketed) {
      at++;
    }
    char end = bracketed ? ']' : '\0';
    if (peek() != end) {
      do {
        specs.add(spec());
      } while (skip(','));
    }
    if (bracketed) {
      expect(']', "after the last item of the list");
    }
    expectEnd();
    return specs;
  }

  private Spec spec() {
    skipSpace();
    count();
    int start = at;
    String name = word(true);
    if (name.isEmpty()) {
      throw error("expected a name such as relu, found " + describeNext(), start);
    }
    if (!Spec.isLegalName(name)) {
      String hint = Spec.legalForm(name).map(lower -> "; write " + lower).orElse("");
      throw error("\"" + name + "\" is not a legal name" + hint, start);
    }
    SortedMap<String, SpecValue> options = new TreeMap<>();
    Map<String, Integer> positions = new HashMap<>();
    if (skip('(')) {
      descend();
      if (peek() != ')') {
        do {
          option(name, options, positions);
        } while (skip(','));
      }
      expect(')', "after the options of " + name);
      depth--;
    }
    return new Spec(name, options, Optional.of(new SpecSource(text, start, Map.copyOf(positions))));
  }

  private void option(
      String owner, SortedMap<String, SpecValue> options, Map<String, Integer> positions) {
    skipSpace();
    int start = at;
    String key = word(false);
    if (key.isEmpty() || isDigit(key.charAt(0))) {
      at = start;
      throw error(
          "expected an option of " + owner + " as key=value, found " + describeNext(), start);
    }
    if (!Spec.isLegalKey(key)) {
      throw error("\"" + key + "\" is not a legal key: keys are lower-case", start);
    }
    if (options.containsKey(key)) {
      throw error(owner + " has " + key + " twice", start);
    }
    if (!skip('=')) {
      throw error("expected = and a value after " + key + ", as in " + key + "=…", at);
    }
    positions.put(key, start);
    options.put(key, value());
  }

  private SpecValue value() {
    char c = peek();
    count();
    int start = at;
    if (c == '[') {
      return list();
    }
    if (c == '"') {
      return new SpecValue.Text(text());
    }
    if (c == '-' || c == '+' || c == '.' || isDigit(c)) {
      return number();
    }
    String word = word(true);
    at = start;
    if (Spec.isReserved(word)) {
      at += word.length();
      return word.equals("none")
          ? new SpecValue.None()
          : new SpecValue.Flag(Boolean.parseBoolean(word));
    }
    if (word.isEmpty()) {
      throw error("expected a value, found " + describeNext(), start);
    }
    return spec();
  }

  private SpecValue list() {
    expect('[', "");
    descend();
    List<SpecValue> values = new ArrayList<>();
    if (peek() != ']') {
      do {
        values.add(value());
      } while (skip(','));
    }
    expect(']', "after the last item of the list");
    depth--;
    return new SpecValue.Items(values);
  }

  private SpecValue number() {
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
      return new SpecValue.Decimal(new BigDecimal(text.substring(start, at)));
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

  private String text() {
    int start = at++;
    StringBuilder characters = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
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
  private String word(boolean isName) {
    skipSpace();
    int start = at;
    while (isWordPart(current())
        || (isName && at > start && (current() == '.' || current() == '-'))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void count() {
    if (++values > MAX_VALUES) {
      throw error("more than " + MAX_VALUES + " values in one text", at);
    }
  }

  private void descend() {
    if (++depth > Spec.MAX_DEPTH) {
      throw error("more than " + Spec.MAX_DEPTH + " levels of brackets", at);
    }
  }

  /** The next character after white space, which is skipped; NUL at the end. */
  private char peek() {
    skipSpace();
    return current();
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean skip(char expected) {
    if (peek() != expected || at >= text.length()) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char expected, String where) {
    if (!skip(expected)) {
      throw error(
          ("expected , or " + expected + " " + where).strip() + ", found " + describeNext(), at);
    }
  }

  private void expectEnd() {
    skipSpace();
    if (at < text.length()) {
      throw error("expected the end, found " + describeNext(), at);
    }
  }

  /** The next character, with its code point where it cannot be seen. */
  private String describeNext() {
    if (at >= text.length()) {
      return "the end";
    }
    int c = text.codePointAt(at);
    boolean isVisible = (c > ' ' && c < 0x7f) || Character.isLetterOrDigit(c);
    return isVisible ? "'" + Character.toString(c) + "'" : "the character U+%04X".formatted(c);
  }

  private SpecException error(String problem, int position) {
    return new SpecException(problem, text, Math.min(position, text.length()));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return isDigit(c) || c == '_' || Character.isLetter(c);
  }
}
