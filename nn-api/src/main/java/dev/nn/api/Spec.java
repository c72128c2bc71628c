package dev.nn.api;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The name of a plugin with some of its options, in the one text form that code, command line,
 * model files and messages share:
 *
 * <pre>
 * relu
 * leaky_relu(negative_slope=0.2)
 * adam(beta_1=0.9, learning_rate=cosine_decay(initial=0.01, steps=1000))
 * dense(activation=relu, initializer=he_normal, units=128)
 * </pre>
 *
 * <p>Options that are left out have their defaults, and the order of options does not matter. The
 * grammar, with white space allowed between any two tokens, is this:
 *
 * <pre>
 * spec   = name [ "(" [ option { "," option } ] ")" ]
 * option = key "=" value
 * value  = number | "true" | "false" | "none" | text | list | spec
 * list   = "[" [ value { "," value } ] "]"
 * name   = key { "." key }
 * key    = a lower-case letter, then lower-case letters, digits and "_"
 * number = [ "-" ] digits [ "." digits ] [ ( "e" | "E" ) [ "+" | "-" ] digits ]
 * text   = '"' characters '"', with \" \\ \n \t \r \&#117;XXXX for special ones
 * </pre>
 *
 * <p>A key that is given twice is refused, so that no value is dropped in silence. {@code true},
 * {@code false} and {@code none} cannot be names. Lists and specs nest at most 32 deep and one text
 * has at most 20000 values, so that a hostile text can exhaust neither stack nor memory.
 *
 * <p>A spec is text that has been understood, not yet a plugin: whether there is a plugin of that
 * name, and whether it has these options, is found out when a network or a trainer is built. Errors
 * that are found then still point at the place in the text that was read; two specs can be equal
 * though they were read from different places.
 *
 * <p>{@code toString} is canonical: keys in alphabetical order, one space after each comma, numbers
 * with the fewest digits. {@code Spec.parse(spec.toString()).equals(spec)} holds for every spec.
 *
 * <pre>{@code
 * Spec spec = Spec.parse("leaky_relu( negative_slope = 2e-1 )");
 * String text = spec.toString(); // leaky_relu(negative_slope=0.2)
 * Spec wider = spec.with("negative_slope", new SpecValue.Decimal(0.3));
 * }</pre>
 */
public final class Spec implements SpecValue {
  static final int MAX_DEPTH = 32;

  private final String name;
  private final SortedMap<String, SpecValue> options;
  private final Optional<SpecSource> source;

  Spec(String name, SortedMap<String, SpecValue> options, Optional<SpecSource> source) {
    this.name = name;
    this.options = Collections.unmodifiableSortedMap(options);
    this.source = source;
    checkDepth(options.values());
  }

  /**
   * Returns a spec without options.
   *
   * @throws IllegalArgumentException if the name is not legal
   */
  public static Spec of(String name) {
    if (!isLegalName(name)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is not a legal name: lower-case letters, digits and _, a letter first");
    }
    return new Spec(name, new TreeMap<>(), Optional.empty());
  }

  /**
   * Reads one spec.
   *
   * @throws SpecException if the text is not a spec; the message quotes the text and marks the
   *     place
   */
  public static Spec parse(String text) {
    return new SpecParser(text).wholeSpec();
  }

  /**
   * Reads one spec that may have as many values as its text is long, such as one that says
   * something of each column of a table: 20,000, which is all that {@link #parse} takes, and one
   * more for every four characters, where a spec counts as four. So what a text makes takes memory
   * in proportion to the text.
   *
   * @throws SpecException if the text is not a spec, or has more values; the message quotes the
   *     text and marks the place
   */
  public static Spec parseLarge(String text) {
    return SpecParser.ofLarge(text).wholeSpec();
  }

  /**
   * Reads a list of specs, such as the layers of a network. The brackets around it may be left out:
   * {@code dense(units=64, activation=relu), dense(units=10, activation=softmax)}.
   *
   * @throws SpecException if the text is not a list of specs; the message quotes the text and marks
   *     the place
   */
  public static List<Spec> parseList(String text) {
    return new SpecParser(text).wholeList();
  }

  /**
   * Returns the spec of a plugin with every option, defaults included, so that it means the same
   * even if a default changes later. For a {@link Reference} it is the spec that the reference was
   * made with.
   */
  public static Spec of(Plugin plugin) {
    return SpecPrinter.specOf(plugin);
  }

  /**
   * Returns whether a plugin may have this name: lower-case letters, digits and underscores with a
   * letter first, and any number of such prefixes with a dot after each.
   */
  public static boolean isLegalName(String name) {
    if (isReserved(name)) {
      return false;
    }
    for (String part : name.split("\\.", -1)) {
      if (!isLegalKey(part)) {
        return false;
      }
    }
    return true;
  }

  static boolean isLegalKey(String key) {
    // Plain loops, since every option of every plugin is checked when a program starts.
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean isLegal = isLowerCase(c) || (i > 0 && (c == '_' || (c >= '0' && c <= '9')));
      if (!isLegal) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private static boolean isLowerCase(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** Refuses what the parser would refuse, so that every spec that can be printed can be read. */
  static void checkDepth(Collection<SpecValue> inBrackets) {
    if (1 + deepest(inBrackets) > MAX_DEPTH) {
      throw new IllegalArgumentException("more than " + MAX_DEPTH + " levels of brackets");
    }
  }

  private static int deepest(Collection<SpecValue> values) {
    int deepest = 0;
    for (SpecValue value : values) {
      deepest = Math.max(deepest, depth(value));
    }
    return deepest;
  }

  private static int depth(SpecValue value) {
    if (value instanceof Spec spec) {
      return spec.options.isEmpty() ? 0 : 1 + deepest(spec.options.values());
    }
    return value instanceof Items items ? 1 + deepest(items.values()) : 0;
  }

  static boolean isReserved(String word) {
    return word.equals("true") || word.equals("false") || word.equals("none");
  }

  /** Returns the name as it was written, which may be an alias of the plugin's. */
  public String name() {
    return name;
  }

  /**
   * Returns the options that were written, by key in alphabetical order. The map cannot be changed.
   */
  public SortedMap<String, SpecValue> options() {
    return options;
  }

  /**
   * Returns this spec with one more option, or with another value for an option that it has.
   *
   * @throws IllegalArgumentException if the key is not legal, or if specs and lists nest deeper
   *     than 32 levels
   */
  public Spec with(String key, SpecValue value) {
    if (!isLegalKey(key)) {
      throw new IllegalArgumentException(
          "\"" + key + "\" is not a legal key: lower-case letters, digits and _, a letter first");
    }
    SortedMap<String, SpecValue> more = new TreeMap<>(options);
    more.put(key, value);
    return new Spec(name, more, source);
  }

  /**
   * Returns an error about this spec as a whole. It points at the place where the spec was read, or
   * quotes the spec if it was made by a program.
   *
   * @param problem what is wrong and what to write instead
   */
  public SpecException error(String problem) {
    return source
        .map(s -> new SpecException(problem, s.text(), s.position()))
        .orElseGet(() -> new SpecException(problem, toString(), 0));
  }

  /**
   * Returns an error about one option of this spec. It points at that option, or at the spec if the
   * option was not written.
   *
   * @param key the option
   * @param problem what is wrong and what to write instead
   */
  public SpecException error(String key, String problem) {
    return error(key, problem, null);
  }

  /**
   * Returns an error about one option of this spec that another exception led to.
   *
   * @param key the option
   * @param problem what is wrong and what to write instead
   * @param cause what led to it
   */
  public SpecException error(String key, String problem, @Nullable Throwable cause) {
    return source
        .map(
            s ->
                new SpecException(
                    problem, s.text(), s.keyPositions().getOrDefault(key, s.position()), cause))
        .orElseGet(() -> new SpecException(problem, toString(), 0, cause));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spec that && name.equals(that.name) && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + options.hashCode();
  }

  /** Returns the canonical text. */
  @Override
  public String toString() {
    if (options.isEmpty()) {
      return name;
    }
    StringJoiner texts = new StringJoiner(", ", name + "(", ")");
    for (Map.Entry<String, SpecValue> option : options.entrySet()) {
      texts.add(option.getKey() + "=" + option.getValue());
    }
    return texts.toString();
  }

  /** A hint for names with capitals: the lower-case name if that is legal. */
  static Optional<String> legalForm(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('-', '_');
    return isLegalName(lower) ? Optional.of(lower) : Optional.empty();
  }

  /** Where a spec was read: the whole text, where the spec starts and where its keys stand. */
  record SpecSource(String text, int position, Map<String, Integer> keyPositions) {}
}
