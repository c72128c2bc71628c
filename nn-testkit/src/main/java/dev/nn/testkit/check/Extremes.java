package dev.nn.testkit.check;

import dev.nn.api.OptionType;
import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Options where one has a value far out, or a word that nobody knows. */
final class Extremes {
  /** No option knows it, unless it takes any word. */
  static final String WORD = "unheard_of";

  private Extremes() {}

  /** None for an option without numbers or words. */
  static List<Options> of(Options options, String name) {
    OptionType type = options.type(name);
    return values(type, options.value(name)).map(value -> options.with(name, type, value)).toList();
  }

  /**
   * Values of a type.
   *
   * @param now the value that a list is changed from
   */
  private static Stream<?> values(OptionType type, Object now) {
    if (type instanceof OptionalOf optional) {
      Object inside =
          now instanceof Optional<?> value && value.isPresent() ? value.get() : List.of();
      return values(optional.type(), inside).map(Optional::of);
    }
    if (type instanceof ListOf list) {
      return lists(list, now instanceof List<?> items ? items : List.of());
    }
    return type instanceof OptionType.Scalar scalar ? values(scalar) : Stream.empty();
  }

  private static Stream<?> values(OptionType.Scalar type) {
    return switch (type) {
      case REAL -> Stream.of(-1e300, -1.0, 0.0, 1e300);
      case INTEGER ->
          Stream.of(
              Long.MIN_VALUE,
              (long) Integer.MIN_VALUE,
              -1L,
              0L,
              (long) Integer.MAX_VALUE,
              Long.MAX_VALUE);
      case WORD -> Stream.of(WORD);
      case FLAG, TEXT -> Stream.empty();
    };
  }

  /** With another first or last element; if there is none, of one element. */
  private static Stream<List<?>> lists(ListOf type, List<?> now) {
    if (now.isEmpty()) {
      return values(type.element(), List.of()).map(List::of);
    }
    return IntStream.of(0, now.size() - 1)
        .distinct()
        .boxed()
        .flatMap(
            i ->
                values(type.element(), now.get(i))
                    .map(
                        value -> {
                          List<Object> changed = new ArrayList<>(now);
                          changed.set(i, value);
                          return changed;
                        }));
  }

  /** Whether a refusal tells of a limit: {@link Options#integer} itself refuses what is no int. */
  static boolean finds(Object refused) {
    if (refused instanceof Optional<?> optional) {
      return optional.filter(Extremes::finds).isPresent();
    }
    if (refused instanceof List<?> list) {
      return list.stream().allMatch(Extremes::finds);
    }
    return !(refused instanceof Long number) || number == number.intValue();
  }
}
