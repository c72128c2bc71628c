package dev.nn.search.space;

import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code [low..high]} and {@code [low..high log]}. */
final class RangeParser {
  private static final int MAX_DIGITS = 15;
  private static final String DOTS = "..";
  private static final Pattern INSIDE =
      Pattern.compile("(?<low>.*?)\\.\\.\\s*(?<high>\\S*)\\s*(?<scale>.*?)\\s*", Pattern.DOTALL);
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

  private final String source;

  private RangeParser(String source) {
    this.source = source;
  }

  /** Whether the bracket at a place opens a range and no list. */
  static boolean isRange(String source, int bracket) {
    return source.substring(bracket, end(source, bracket)).contains(DOTS);
  }

  /** The first sign after a bracket that is part of no range; its closing bracket, if it is one. */
  static int end(String source, int bracket) {
    int end = bracket + 1;
    while (end < source.length() && "[](){},\"".indexOf(source.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /**
   * The numbers of the range that starts at a bracket.
   *
   * @throws SpecException if it is none that can be used
   */
  static Numbers numbers(String source, int bracket) {
    return new RangeParser(source).numbers(bracket);
  }

  private Numbers numbers(int bracket) {
    int end = end(source, bracket);
    if (end == source.length() || source.charAt(end) != ']') {
      throw error("the range that starts here has no closing ]", bracket);
    }
    int inside = bracket + 1;
    Matcher matcher = INSIDE.matcher(source.substring(inside, end));
    if (!matcher.matches()) {
      throw error("expected a range such as [16..64] or [1e-4..1e-1 log]", bracket);
    }
    String low = number(matcher.group("low"), inside);
    String high = number(matcher.group("high"), inside + matcher.start("high"));
    String scale = matcher.group("scale");
    if (!scale.isEmpty() && !scale.equals("log")) {
      throw error(
          "'%s' is no scale: write log, or leave it out for a linear one".formatted(scale),
          inside + matcher.start("scale"));
    }
    boolean isWhole = DIGITS.matcher(low).matches() && DIGITS.matcher(high).matches();
    Numbers numbers = new Numbers(low, high, isWhole, !scale.isEmpty());
    checkEnds(numbers, bracket);
    return numbers;
  }

  private String number(String text, int start) {
    int first = start + text.length() - text.stripLeading().length();
    if (text.isBlank()) {
      throw error("a range has a number on either side of .., as in [16..64]", start);
    }
    SpecValue value;
    try {
      value = SpecValue.parse(text.strip());
    } catch (SpecException e) {
      throw new SpecException(e.problem(), source, first + e.position(), e);
    }
    if (!(value instanceof SpecValue.Decimal)) {
      throw error("expected a number such as 0.5, -3 or 1e-7, found '" + value + "'", first);
    }
    return text.strip();
  }

  private void checkEnds(Numbers range, int bracket) {
    BigDecimal low = new BigDecimal(range.low());
    BigDecimal high = new BigDecimal(range.high());
    String scale = range.isLogarithmic() ? " log" : "";
    if (low.compareTo(high) == 0) {
      throw error("both ends of this range are %s: write %s alone".formatted(low, low), bracket);
    }
    if (low.compareTo(high) > 0) {
      throw error(
          "the lower end of a range comes first: write [%s..%s%s]"
              .formatted(range.high(), range.low(), scale),
          bracket);
    }
    if (range.isLogarithmic() && low.signum() <= 0) {
      throw error(
          "a logarithmic range begins above 0: raise %s, or leave log out".formatted(range.low()),
          bracket);
    }
    if (range.isWhole() && Math.max(low.precision(), high.precision()) > MAX_DIGITS) {
      throw error("whole numbers of a range have at most " + MAX_DIGITS + " digits", bracket);
    }
    if (Double.isInfinite(high.doubleValue() - low.doubleValue())
        || (range.isLogarithmic() && low.doubleValue() == 0)) {
      throw error("numbers of a range lie within those of double precision", bracket);
    }
  }

  private SpecException error(String problem, int position) {
    return new SpecException(problem, source, position);
  }
}
