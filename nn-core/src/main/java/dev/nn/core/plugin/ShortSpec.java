package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes specs for people to read, without the options that have their default value: {@code
 * dense(units=32, activation=relu)}. Files have all options, so that they do not change their
 * meaning when a default does.
 */
public final class ShortSpec {
  private ShortSpec() {}

  /** Returns the spec of a plugin with only those options that are needed to get it. */
  public static Spec of(Plugin plugin, PluginRegistry registry) {
    Optional<Plugin> prototype =
        registry.plugins(Kind.of(plugin)).stream()
            .filter(candidate -> candidate.getClass() == plugin.getClass())
            .map(candidate -> resolved(candidate, registry))
            .findFirst();
    Map<String, SpecValue> defaults =
        prototype.map(p -> Map.copyOf(Spec.of(p).options())).orElse(Map.of());
    Spec spec = Spec.of(plugin.name());
    for (Map.Entry<String, SpecValue> option : Spec.of(plugin).options().entrySet()) {
      String name = option.getKey();
      boolean isDefault =
          option.getValue().equals(defaults.get(name)) && !plugin.options().isRequired(name);
      if (!isDefault) {
        spec =
            spec.with(name, shortened(option.getValue(), plugin.options().value(name), registry));
      }
    }
    return spec;
  }

  /** Plugins within a plugin, and in its lists, are shortened too. */
  private static SpecValue shortened(SpecValue written, Object value, PluginRegistry registry) {
    if (written instanceof Spec && value instanceof Plugin nested) {
      return of(nested, registry);
    }
    if (written instanceof SpecValue.Items items && value instanceof List<?> values) {
      return new SpecValue.Items(
          IntStream.range(0, values.size())
              .mapToObj(i -> shortened(items.values().get(i), values.get(i), registry))
              .toList());
    }
    return written;
  }

  /** A default that is not installed stays a reference, which prints as its name. */
  private static Plugin resolved(Plugin prototype, PluginRegistry registry) {
    try {
      return registry.resolve(prototype);
    } catch (NnException e) {
      return prototype;
    }
  }
}
