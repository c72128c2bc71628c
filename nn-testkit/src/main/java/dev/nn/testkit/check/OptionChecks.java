package dev.nn.testkit.check;

import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rule P9 for plugins of all kinds; the others are in {@link PluginChecks} and {@link
 * StateChecks}.
 */
public final class OptionChecks {
  private final Alternatives alternatives;
  private final List<Function<Plugin, Optional<Effects>>> views;

  private OptionChecks(PluginRegistry registry, List<Function<Plugin, Optional<Effects>>> views) {
    this.alternatives = new Alternatives(registry);
    this.views = views;
  }

  /**
   * P9: every option has an effect: another value changes what the plugin computes or declares, or
   * which inputs a layer takes. One other option may have to differ as well, as Nesterov's method
   * needs a momentum. The rule is skipped if there are no options, if the plugin accepts no other
   * value that is tried, or if nothing can be computed, as for a layer that takes none of the input
   * shapes that are tried.
   */
  public static void everyOptionHasAnEffect(Plugin plugin, PluginRegistry registry) {
    Plugin resolved = registry.resolve(plugin);
    if (resolved instanceof Layer layer) {
      requireOptions(layer);
      Shape input = InputShapes.taken(layer, "P9");
      everyOptionHasAnEffect(layer, input, registry);
    } else {
      new OptionChecks(registry, List.of(Effects::of)).check(resolved);
    }
  }

  /** P9 for a layer and an input that it takes. A few common inputs are tried as well. */
  public static void everyOptionHasAnEffect(Layer layer, Shape input, PluginRegistry registry) {
    List<Function<Plugin, Optional<Effects>>> views = new ArrayList<>();
    Stream.concat(Stream.of(input), InputShapes.COMMON.stream())
        .distinct()
        .forEach(shape -> views.add(sibling -> Effects.of((Layer) sibling, shape)));
    new OptionChecks(registry, views).check(registry.resolve(layer));
  }

  private static void requireOptions(Plugin plugin) {
    Skip.unless(!plugin.options().names().isEmpty(), "P9: it has no options");
  }

  private void check(Plugin plugin) {
    requireOptions(plugin);
    List<String> undecided = new ArrayList<>();
    for (String option : plugin.options().names()) {
      undecided(plugin, option).ifPresent(undecided::add);
    }
    Skip.unless(undecided.isEmpty(), "P9: " + String.join("; ", undecided));
  }

  /** The reason if nothing can be compared; fails if nothing that is compared differs. */
  private Optional<String> undecided(Plugin plugin, String option) {
    String reason = "no other value is known of " + option;
    boolean isCompared = false;
    for (Plugin base : bases(plugin, option)) {
      List<Plugin> siblings = alternatives.of(base, option);
      if (!siblings.isEmpty()) {
        reason = "nothing can be computed with another value of " + option;
      }
      for (Function<Plugin, Optional<Effects>> view : views) {
        Optional<Effects> before = view.apply(base);
        for (Plugin sibling : before.isPresent() ? siblings : List.<Plugin>of()) {
          Optional<Effects> after = view.apply(sibling);
          if (after.isPresent() && !after.equals(before)) {
            return Optional.empty();
          }
          isCompared |= after.isPresent() && !after.get().isRefusal();
        }
      }
    }
    Fail.unless(
        !isCompared,
        () -> "P9: no value of the option " + option + " that was tried changes anything");
    return Optional.of(reason);
  }

  /** The plugin, and its siblings with another value of an option besides the one in question. */
  private List<Plugin> bases(Plugin plugin, String option) {
    Stream<Plugin> siblings =
        plugin.options().names().stream()
            .filter(other -> !other.equals(option))
            .flatMap(other -> alternatives.of(plugin, other).stream());
    return Stream.concat(Stream.of(plugin), siblings).toList();
  }
}
