package dev.nn.core;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what two texts of settings differ, as {@link Fingerprint} writes them. */
final class SettingsDifference {
  private static final SpecValue NONE = new SpecValue.None();

  private SettingsDifference() {}

  /**
   * A line for each setting that differs, with those options only that differ: {@code optimizer:
   * then adam(learning_rate=0.003), now adam(learning_rate=0.001)}.
   */
  static String of(String then, String now) {
    Spec before = Spec.parse(then);
    Spec after = Spec.parse(now);
    return differing(before, after).stream()
        .map(key -> line(key, value(before, key), value(after, key)))
        .collect(Collectors.joining("\n"));
  }

  private static SortedSet<String> differing(Spec before, Spec after) {
    SortedSet<String> keys = new TreeSet<>(before.options().keySet());
    keys.addAll(after.options().keySet());
    keys.removeIf(key -> value(before, key).equals(value(after, key)));
    return keys;
  }

  private static SpecValue value(Spec spec, String key) {
    return spec.options().getOrDefault(key, NONE);
  }

  private static String line(String key, SpecValue before, SpecValue after) {
    return "%s: then %s, now %s"
        .formatted(key.replace('_', ' '), shortened(before, after), shortened(after, before));
  }

  /** A spec without the options that another of its name has too. */
  private static SpecValue shortened(SpecValue value, SpecValue other) {
    if (!(value instanceof Spec spec
        && other instanceof Spec otherSpec
        && spec.name().equals(otherSpec.name()))) {
      return value;
    }
    Spec result = Spec.of(spec.name());
    for (String key : differing(spec, otherSpec)) {
      result = result.with(key, shortened(value(spec, key), value(otherSpec, key)));
    }
    return result;
  }
}
