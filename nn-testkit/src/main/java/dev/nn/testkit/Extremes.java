package dev.nn.testkit;

import dev.nn.api.OptionType;
import dev.nn.api.Options;
import java.util.List;

/** Options where one has a value far out, or a word that nobody knows. */
final class Extremes {
  private Extremes() {}

  /** None for an option that is neither a number nor a word. */
  static List<Options> of(Options options, String name) {
    OptionType type = options.type(name);
    if (type == OptionType.Scalar.REAL) {
      return List.of(
          options.withReal(name, -1e300),
          options.withReal(name, -1.0),
          options.withReal(name, 0.0),
          options.withReal(name, 1e300));
    }
    if (type == OptionType.Scalar.INTEGER) {
      return List.of(
          options.withInteger(name, Long.MIN_VALUE),
          options.withInteger(name, Integer.MIN_VALUE),
          options.withInteger(name, -1),
          options.withInteger(name, 0),
          options.withInteger(name, Integer.MAX_VALUE),
          options.withInteger(name, Long.MAX_VALUE));
    }
    if (type == OptionType.Scalar.WORD) {
      return List.of(options.withWord(name, "unheard_of"));
    }
    return List.of();
  }

  /** Whether a refusal tells of a limit: {@link Options#integer} itself refuses what is no int. */
  static boolean finds(Object refused) {
    return !(refused instanceof Long number) || number == number.intValue();
  }
}
