package dev.nn.api;

/**
 * The type of an option: what a spec may write for it, and which Java type the value has.
 *
 * <p>For instance, {@code new ListOf(Scalar.REAL)} is written {@code [0.1, 0.01]} and becomes a
 * {@code List<Double>}. {@code toString} is the phrase that messages use, such as {@code a list of
 * [a number, …]}.
 */
public sealed interface OptionType {

  /** The types that have no parts. */
  enum Scalar implements OptionType {
    /** A whole number, such as {@code 128}; it becomes a {@code Long}. */
    INTEGER("an integer"),
    /** A finite number, such as {@code 1e-3}; it becomes a {@code Double}. */
    REAL("a number"),
    /** {@code true} or {@code false}; it becomes a {@code Boolean}. */
    FLAG("true or false"),
    /** A bare word such as {@code fan_in}, by the rules for names; it becomes a {@code String}. */
    WORD("a word"),
    /** A quoted text such as {@code "Any text"}; it becomes a {@code String}. */
    TEXT("a \"quoted text\"");

    private final String text;

    Scalar(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A list, which becomes a {@code List} of what the elements become.
   *
   * @param element the type of each element
   */
  record ListOf(OptionType element) implements OptionType {
    @Override
    public String toString() {
      return "a list of [" + element + ", …]";
    }
  }

  /**
   * A plugin of one kind, which becomes an object of that kind or a {@link Reference} to one. Where
   * a schedule is declared, a bare number is accepted too and stands for a constant one.
   *
   * @param kind the kind of plugin
   */
  record PluginOf(Kind kind) implements OptionType {
    @Override
    public String toString() {
      return kind == Kind.SCHEDULE ? "a number or a schedule" : kind.withArticle();
    }
  }

  /**
   * A value or the word {@code none}, which becomes an {@code Optional} of what the value becomes.
   *
   * @param type the type of the value
   */
  record OptionalOf(OptionType type) implements OptionType {
    @Override
    public String toString() {
      return type + " or none";
    }
  }
}
