package dev.nn.api;

/** The type of an option: what may be written for it, and what Java value it becomes. */
public sealed interface OptionType {

  /** The types without parts. */
  enum Scalar implements OptionType {
    /** A whole number; {@code Long}. */
    INTEGER("an integer"),
    /** A finite number; {@code Double}. */
    REAL("a number"),
    /** {@code true} or {@code false}; {@code Boolean}. */
    FLAG("true or false"),
    /** A bare word such as {@code fan_in}, by the rules for names; {@code String}. */
    WORD("a word"),
    /** A quoted text; {@code String}. */
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

  /** A list; {@code List} of what {@code element} becomes. */
  record ListOf(OptionType element) implements OptionType {
    @Override
    public String toString() {
      return "a list of [" + element + ", …]";
    }
  }

  /**
   * A plugin of one kind, as an object or a {@link Reference}. Where a schedule is declared, a
   * number stands for a constant.
   */
  record PluginOf(Kind kind) implements OptionType {
    @Override
    public String toString() {
      return kind == Kind.SCHEDULE ? "a number or a schedule" : kind.withArticle();
    }
  }

  /** A value or {@code none}; {@code Optional} of what {@code type} becomes. */
  record OptionalOf(OptionType type) implements OptionType {
    @Override
    public String toString() {
      return type + " or none";
    }
  }
}
