package dev.nn.search.space;

import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the holes in the text of a space, and leaves everything else to the grammar of specs: the
 * text with its holes filled has to be legal. One instance reads one text.
 */
final class SpaceParser {
  /** Far more than anybody writes. */
  private static final int MAX_LENGTH = 10_000;

  private static final int MAX_DEPTH = 32;

  private static final String WHOLE_VALUE =
      "a choice or a range stands for a whole value, as in units={16, 64} or"
          + " learning_rate=[1e-4..1e-1 log]";

  private final String source;
  private int at;
  private int depth;
  private int holes;

  private SpaceParser(String source) {
    this.source = source;
  }

  /**
   * The values of a text with commas between them.
   *
   * @throws SpecException if it cannot be read, whichever way its holes are filled
   */
  static List<Template> parse(String source) {
    if (source.length() > MAX_LENGTH) {
      throw new SpecException("a space has at most " + MAX_LENGTH + " characters", source, 0);
    }
    SpaceParser parser = new SpaceParser(source);
    return parser.values(false);
  }

  private List<Template> values(boolean inChoice) {
    List<Template> values = new ArrayList<>();
    do {
      Template value = value(inChoice);
      check(value);
      values.add(value);
    } while (skip(','));
    return values;
  }

  /** Up to the comma or bracket that does not belong to it. */
  private Template value(boolean inChoice) {
    int start = at;
    int outside = depth;
    int from = at;
    List<Piece> pieces = new ArrayList<>();
    while (at < source.length()) {
      char c = source.charAt(at);
      if ((c == ',' && depth <= outside) || (c == '}' && inChoice)) {
        break;
      } else if (c == '{' || (c == '[' && RangeParser.isRange(source, at))) {
        pieces.add(new Literal(source.substring(from, at), from));
        pieces.add(hole(c));
        from = at;
      } else {
        step(c);
      }
    }
    depth = outside;
    pieces.add(new Literal(source.substring(from, at), from));
    return new Template(pieces, start);
  }

  /** One character, or a quoted text. */
  private void step(char c) {
    if (c == '"') {
      skipText();
      return;
    }
    if (c == '}') {
      throw error("found '}' without a { before it", at);
    } else if (c == '.' && source.startsWith("..", at)) {
      throw error("a range stands between [ and ], as in [16..64] or [1e-4..1e-1 log]", at);
    } else if (c == '(' || c == '[') {
      descend();
    } else if (c == ')' || c == ']') {
      depth--;
    }
    at++;
  }

  private void skipText() {
    at++;
    while (at < source.length() && source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, source.length());
  }

  private Piece hole(char opening) {
    int start = at;
    int number = holes++;
    if (!endsWith(source.substring(0, start), "=,[{")) {
      throw error(WHOLE_VALUE, start);
    }
    Piece hole = opening == '{' ? choice(number) : range(number);
    if (!beginsWith(source.substring(at), ",)]}")) {
      throw error(WHOLE_VALUE, start);
    }
    return hole;
  }

  private Choice choice(int number) {
    int start = at++;
    descend();
    if (beginsWith(source.substring(at), "}") && !source.substring(at).isBlank()) {
      throw error("a choice has values between { and }, as in {16, 64}", start);
    }
    List<Template> alternatives = values(true);
    if (!skip('}')) {
      throw error("the choice that starts here has no closing }", start);
    }
    depth--;
    checkDistinct(alternatives);
    return new Choice(number, alternatives);
  }

  private NumberRange range(int number) {
    int start = at;
    at = RangeParser.end(source, start) + 1;
    return new NumberRange(number, RangeParser.numbers(source, start), start);
  }

  /** Twice the same value would be tried twice. */
  private void checkDistinct(List<Template> alternatives) {
    Set<SpecValue> seen = new HashSet<>();
    for (Template alternative : alternatives) {
      String value = alternative.filled(Pick.FIRST).strip();
      if (alternative.hasNoHole() && !seen.add(SpecValue.parse(value))) {
        throw error(value + " stands in this choice twice", alternative.start());
      }
    }
  }

  /** Everything but the holes is the grammar of specs. */
  private void check(Template value) {
    Filling filling = new Filling(Pick.FIRST);
    value.fill(filling);
    if (filling.text().isBlank()) {
      String found = at < source.length() ? "'" + source.charAt(at) + "'" : "the end";
      throw error("expected a value, found " + found, at);
    }
    try {
      SpecValue.parse(filling.text());
    } catch (SpecException e) {
      throw new SpecException(e.problem(), source, filling.origin(e.position()), e);
    }
  }

  private void descend() {
    if (++depth > MAX_DEPTH) {
      throw error("more than " + MAX_DEPTH + " levels of brackets", at);
    }
  }

  private boolean skip(char expected) {
    if (at < source.length() && source.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether a text is blank or ends with one of these characters, but for white space. */
  private static boolean endsWith(String text, String characters) {
    String stripped = text.stripTrailing();
    return stripped.isEmpty() || characters.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
  }

  private static boolean beginsWith(String text, String characters) {
    String stripped = text.stripLeading();
    return stripped.isEmpty() || characters.indexOf(stripped.charAt(0)) >= 0;
  }

  private SpecException error(String problem, int position) {
    return new SpecException(problem, source, Math.min(position, source.length()));
  }
}
