package dev.nn.api;

import dev.nn.api.Spec.SpecSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the grammar of {@link Spec} by recursive descent. One instance reads one text. */
final class SpecParser {
  /** Far more than anybody writes, and little enough that a hostile text cannot fill the memory. */
  private static final int MAX_VALUES = 20_000;

  /** The shortest values that are worth a large text, such as {@code "a", "b"}, have more. */
  private static final int CHARACTERS_PER_VALUE = 4;

  /** A spec takes more memory than a text or a number. */
  private static final int VALUES_PER_SPEC = 4;

  /** For those who write values without the names of their options. */
  private static final String EXAMPLE = ", as in dense(units=10, activation=softmax)";

  private final SpecScanner scanner;
  private final int mostValues;
  private final int specWeight;
  private int depth;
  private int values;

  SpecParser(String text) {
    this(text, MAX_VALUES, 1);
  }

  private SpecParser(String text, int mostValues, int specWeight) {
    this.scanner = new SpecScanner(text);
    this.mostValues = mostValues;
    this.specWeight = specWeight;
  }

  /** For a text with a value for every few characters, in memory in proportion to it. */
  static SpecParser ofLarge(String text) {
    return new SpecParser(text, MAX_VALUES + text.length() / CHARACTERS_PER_VALUE, VALUES_PER_SPEC);
  }

  Spec wholeSpec() {
    Spec spec = spec();
    scanner.expectEnd();
    return spec;
  }

  SpecValue wholeValue() {
    SpecValue value = value();
    scanner.expectEnd();
    return value;
  }

  List<Spec> wholeList() {
    List<Spec> specs = new ArrayList<>();
    boolean bracketed = scanner.skip('[');
    char end = bracketed ? ']' : '\0';
    if (scanner.peek() != end) {
      do {
        specs.add(spec());
      } while (scanner.skip(','));
    }
    if (bracketed) {
      scanner.expect(']', "after the last item of the list");
      scanner.expectEnd();
    } else {
      scanner.expectEndOfItems();
    }
    return specs;
  }

  private Spec spec() {
    int start = scanner.start();
    count(specWeight);
    String name = scanner.word(true);
    if (name.isEmpty()) {
      throw scanner.error(
          "expected a name such as relu, found " + scanner.describeNext() + scanner.quoteHint(),
          start);
    }
    if (!Spec.isLegalName(name)) {
      String hint = Spec.legalForm(name).map(lower -> "; write " + lower).orElse("");
      throw scanner.error("\"" + name + "\" is not a legal name" + hint, start);
    }
    SortedMap<String, SpecValue> options = new TreeMap<>();
    Map<String, Integer> positions = new HashMap<>();
    if (scanner.skip('(')) {
      descend();
      if (scanner.peek() != ')') {
        do {
          option(name, options, positions);
        } while (scanner.skip(','));
      }
      scanner.expect(')', "after the options of " + name);
      depth--;
    } else if (scanner.isOpening()) {
      throw scanner.error(
          "found %s; the options of %s stand between ( and )%s"
              .formatted(scanner.describeNext(), name, EXAMPLE));
    }
    return new Spec(
        name, options, Optional.of(new SpecSource(scanner.source(), start, Map.copyOf(positions))));
  }

  private void option(
      String owner, SortedMap<String, SpecValue> options, Map<String, Integer> positions) {
    int start = scanner.start();
    String key = scanner.word(false);
    if (key.isEmpty() || SpecScanner.isDigit(key.charAt(0))) {
      scanner.moveTo(start);
      throw scanner.error(
          "expected an option of %s as key=value, found %s%s"
              .formatted(owner, scanner.describeNext(), key.isEmpty() ? "" : EXAMPLE),
          start);
    }
    if (!Spec.isLegalKey(key)) {
      throw scanner.error("\"" + key + "\" is not a legal key: keys are lower-case", start);
    }
    if (options.containsKey(key)) {
      throw scanner.error(owner + " has " + key + " twice", start);
    }
    if (!scanner.skip('=')) {
      throw scanner.error("expected = and a value after " + key + EXAMPLE);
    }
    positions.put(key, start);
    options.put(key, value());
  }

  private SpecValue value() {
    char c = scanner.peek();
    int start = scanner.start();
    count(1);
    if (c == '[') {
      return list();
    }
    if (c == '"') {
      return new SpecValue.Text(scanner.text());
    }
    if (c == '-' || c == '+' || c == '.' || SpecScanner.isDigit(c)) {
      return scanner.number();
    }
    String word = scanner.word(true);
    if (Spec.isReserved(word)) {
      return word.equals("none")
          ? new SpecValue.None()
          : new SpecValue.Flag(Boolean.parseBoolean(word));
    }
    if (word.isEmpty()) {
      throw scanner.error(
          "expected a value, found " + scanner.describeNext() + scanner.quoteHint(), start);
    }
    scanner.moveTo(start);
    return spec();
  }

  private SpecValue list() {
    scanner.expect('[', "");
    descend();
    List<SpecValue> values = new ArrayList<>();
    if (scanner.peek() != ']') {
      do {
        values.add(value());
      } while (scanner.skip(','));
    }
    scanner.expect(']', "after the last item of the list");
    depth--;
    return new SpecValue.Items(values);
  }

  private void count(int weight) {
    values += weight;
    if (values > mostValues) {
      throw scanner.error("more than " + mostValues + " values in one text");
    }
  }

  private void descend() {
    if (++depth > Spec.MAX_DEPTH) {
      throw scanner.error("more than " + Spec.MAX_DEPTH + " levels of brackets");
    }
  }
}
