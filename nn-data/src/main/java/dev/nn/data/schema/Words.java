package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes the values of specs. */
final class Words {
  private Words() {}

  static Spec spec(Enum<?> constant) {
    return Spec.of(word(constant));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static SpecValue texts(List<String> texts) {
    return new SpecValue.Items(
        texts.stream().map(text -> (SpecValue) new SpecValue.Text(text)).toList());
  }

  /** Refuses options that are not among the known ones. */
  static void checkKeys(Spec spec, String... known) {
    for (String key : spec.options().keySet()) {
      if (!Set.of(known).contains(key)) {
        throw spec.error(
            key,
            "%s has no option %s; it has %s"
                .formatted(
                    spec.name(), key, known.length == 0 ? "none" : String.join(", ", known)));
      }
    }
  }

  /** The constant that an option names, or the given one if the option is left out. */
  static <E extends Enum<E>> E constant(Spec spec, String key, E otherwise, E[] all) {
    SpecValue value = spec.options().get(key);
    return value == null ? otherwise : constant(spec, key, value, all);
  }

  static <E extends Enum<E>> E constant(Spec spec, String key, SpecValue value, E[] all) {
    for (E constant : all) {
      if (value instanceof Spec word && word.name().equals(word(constant))) {
        return constant;
      }
    }
    throw spec.error(
        key,
        "%s is one of %s, not %s"
            .formatted(
                key, Arrays.stream(all).map(Words::word).collect(Collectors.joining(", ")), value));
  }

  static double number(Spec spec, String key) {
    if (spec.options().get(key) instanceof SpecValue.Decimal number
        && Double.isFinite(number.value().doubleValue())) {
      return number.value().doubleValue();
    }
    throw spec.error("%s needs a number %s".formatted(spec.name(), key));
  }

  static String text(Spec spec, String key) {
    if (spec.options().get(key) instanceof SpecValue.Text text) {
      return text.value();
    }
    throw spec.error("%s needs a text %s".formatted(spec.name(), key));
  }

  static boolean flag(Spec spec, String key) {
    if (spec.options().get(key) instanceof SpecValue.Flag flag) {
      return flag.value();
    }
    throw spec.error("%s needs %s=true or false".formatted(spec.name(), key));
  }

  static List<SpecValue> items(Spec spec, String key) {
    if (spec.options().get(key) instanceof SpecValue.Items items) {
      return items.values();
    }
    throw spec.error("%s needs a list %s".formatted(spec.name(), key));
  }

  static List<String> textList(Spec spec, String key) {
    return items(spec, key).stream()
        .map(
            item -> {
              if (item instanceof SpecValue.Text text) {
                return text.value();
              }
              throw spec.error("%s holds texts, not %s".formatted(key, item));
            })
        .toList();
  }
}
