package dev.nn.examples.terminal;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginRegistry;
import java.util.Map;
import java.util.Optional;

/** Writes specs for people to read, without the options that have their default value. */
public final class ShortSpec {
  private ShortSpec() {}

  /** Returns the spec of a plugin with only those options that are needed to get it. */
  public static Spec of(Plugin plugin, PluginRegistry registry) {
    Optional<Plugin> prototype =
        registry.plugins(Kind.of(plugin)).stream()
            .filter(candidate -> candidate.getClass() == plugin.getClass())
            .map(registry::resolve)
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
            spec.with(
                name,
                option.getValue() instanceof Spec
                        && plugin.options().value(name) instanceof Plugin nested
                    ? of(nested, registry)
                    : option.getValue());
      }
    }
    return spec;
  }
}
