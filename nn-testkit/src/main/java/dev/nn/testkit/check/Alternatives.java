package dev.nn.testkit.check;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Siblings of a plugin that differ from it in one option, as far as it accepts other values. */
final class Alternatives {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

  private final PluginRegistry registry;

  Alternatives(PluginRegistry registry) {
    this.registry = registry;
  }

  /** The siblings with another value of an option; none if no other value is known. */
  List<Plugin> of(Plugin plugin, String option) {
    List<Plugin> siblings = new ArrayList<>();
    for (Options changed : options(plugin, option, plugin.options())) {
      accepted(plugin, changed).ifPresent(siblings::add);
    }
    return siblings;
  }

  /** Options where one has another value, whether the plugin accepts it or not. */
  List<Options> options(Plugin plugin, String option, Options options) {
    OptionType type = options.type(option);
    Object now = options.value(option);
    List<Options> changed = new ArrayList<>();
    for (Object value : values(plugin, option, type, now)) {
      if (!value.equals(now)) {
        changed.add(options.with(option, type, value));
      }
    }
    return changed;
  }

  private Optional<Plugin> accepted(Plugin plugin, Options options) {
    try {
      return Optional.of(registry.resolve(plugin.withOptions(options)));
    } catch (IllegalArgumentException | NnException refused) {
      return Optional.empty();
    }
  }

  /** Values of a type; {@code now} is of it, or anything where there is none yet. */
  private List<?> values(Plugin plugin, String option, OptionType type, Object now) {
    if (type instanceof OptionType.OptionalOf optional) {
      Object inner = now instanceof Optional<?> value && value.isPresent() ? value.get() : now;
      return Stream.concat(
              Stream.of(Optional.empty()),
              values(plugin, option, optional.type(), inner).stream().map(Optional::of))
          .toList();
    }
    if (type instanceof OptionType.ListOf list) {
      return lists(plugin, option, list, now instanceof List<?> items ? items : List.of());
    }
    if (type instanceof OptionType.PluginOf nested) {
      return nested.kind() == Kind.SCHEDULE
          ? List.of(Schedule.constant(0.5))
          : List.copyOf(registry.plugins(nested.kind()));
    }
    return switch ((OptionType.Scalar) type) {
      case FLAG -> List.of(true, false);
      case TEXT -> List.of(now instanceof String text ? text + "x" : "x");
      case WORD -> words(plugin, option);
      case INTEGER -> integers(now instanceof Long number ? number : 0);
      case REAL -> reals(now instanceof Double number ? number : 0);
    };
  }

  private static List<Long> integers(long now) {
    return LongStream.of(now + 1, now - 1, 2 * now, now / 2, 1, 2, 3, 6, 20).boxed().toList();
  }

  private static List<Double> reals(double now) {
    return List.of(2 * now, now / 2, now + 1, 0.5, 0.25, 0.0, 1.0, 2.0, 10.0, 1e-3, -0.5, -1.0);
  }

  /** With another first or last element; if there is none, of one element. */
  private List<List<?>> lists(Plugin plugin, String option, OptionType.ListOf type, List<?> now) {
    List<List<?>> lists = new ArrayList<>();
    if (now.isEmpty()) {
      values(plugin, option, type.element(), now).forEach(value -> lists.add(List.of(value)));
      return lists;
    }
    for (int i : new int[] {0, now.size() - 1}) {
      for (Object value : values(plugin, option, type.element(), now.get(i))) {
        List<Object> changed = new ArrayList<>(now);
        changed.set(i, value);
        lists.add(changed);
      }
    }
    return lists;
  }

  /** Those that the refusal of a word names, as a helpful one does. */
  private static List<String> words(Plugin plugin, String option) {
    List<String> words = new ArrayList<>();
    for (Options unheardOf : Extremes.of(plugin.options(), option)) {
      try {
        plugin.withOptions(unheardOf);
        words.add(Extremes.WORD);
      } catch (IllegalArgumentException | NnException refusal) {
        WORD.matcher(String.valueOf(refusal.getMessage()))
            .results()
            .map(MatchResult::group)
            .forEach(words::add);
      }
    }
    return words;
  }
}
