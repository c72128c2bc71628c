package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.nn.api.Plugin;
import dev.nn.core.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule P9 for plugins of all kinds; P1 to P8 are in {@link PluginChecks}. */
public final class OptionChecks {
  private OptionChecks() {}

  /**
   * P9: every option has an effect: another value changes what the plugin computes or declares,
   * alone or where one other option has another value too, as momentum has for Nesterov's. Skipped
   * if there are no options, or if the plugin accepts no other value that is tried.
   */
  public static void everyOptionHasAnEffect(Plugin plugin, PluginRegistry registry) {
    Plugin resolved = registry.resolve(plugin);
    if (resolved.options().names().isEmpty()) {
      abort("P9: it has no options");
    }
    Alternatives alternatives = new Alternatives(registry);
    List<String> undecided = new ArrayList<>();
    for (String option : resolved.options().names()) {
      if (!hasEffect(resolved, option, alternatives)) {
        undecided.add(option);
      }
    }
    if (!undecided.isEmpty()) {
      abort("P9: no other value is known of " + String.join(", ", undecided));
    }
  }

  /** Fails if none of the values that are accepted changes anything; false if none is accepted. */
  private static boolean hasEffect(Plugin plugin, String option, Alternatives alternatives) {
    boolean tried = false;
    for (Plugin base : bases(plugin, option, alternatives)) {
      List<Plugin> siblings = alternatives.of(base, option);
      tried |= !siblings.isEmpty();
      if (isAnyDifferent(base, siblings)) {
        return true;
      }
    }
    if (tried) {
      fail("P9: no value of the option " + option + " that was tried changes anything");
    }
    return false;
  }

  /** The plugin, and its siblings with another value of an option besides the one in question. */
  private static List<Plugin> bases(Plugin plugin, String option, Alternatives alternatives) {
    Stream<Plugin> siblings =
        plugin.options().names().stream()
            .filter(other -> !other.equals(option))
            .flatMap(other -> alternatives.of(plugin, other).stream());
    return Stream.concat(Stream.of(plugin), siblings).toList();
  }

  private static boolean isAnyDifferent(Plugin base, List<Plugin> siblings) {
    Optional<Effects> before = Effects.of(base);
    return before.isPresent()
        && siblings.stream()
            .map(Effects::of)
            .anyMatch(after -> after.isPresent() && !after.equals(before));
  }
}
