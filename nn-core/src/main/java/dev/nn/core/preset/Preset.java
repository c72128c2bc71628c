package dev.nn.core.preset;

import dev.nn.api.Kind;
import dev.nn.api.NnException;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.message.NearestNames;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.Shuffling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What another tool does where nothing is said. A preset never changes what a spec says: {@code
 * adam(epsilon=1e-6)} keeps its ε, and objects keep all of their options.
 *
 * <pre>{@code
 * PluginRegistry torch = Preset.named("torch").in(PluginRegistry.load());
 * Optimizer adam = torch.optimizer("adam"); // ε = 1e-8, added after the bias correction
 * }</pre>
 *
 * @param name what {@code like} takes
 * @param tool the tool and the version whose defaults these are
 * @param optimizer the optimizer that the tool takes by itself, if there is one
 * @param epochs how often it goes through the examples, if it has a number of its own
 * @param batchSize the number of examples in one step, if it has a number of its own
 * @param shuffling when it shuffles
 * @param earlyStopping when it ends a run early
 * @param dividesPenalties whether it divides penalties on weights by the rows of the batch
 * @param averagesByWeights whether it divides a weighted loss by the sum of the weights
 * @param defaults specs of plugins by kind, whose options stand in for those that are left out
 */
public record Preset(
    String name,
    String tool,
    Optional<String> optimizer,
    OptionalInt epochs,
    OptionalInt batchSize,
    Shuffling shuffling,
    Optional<EarlyStopping> earlyStopping,
    boolean dividesPenalties,
    boolean averagesByWeights,
    Map<Kind, List<String>> defaults) {
  /** Copies the map. */
  public Preset {
    defaults = Map.copyOf(defaults);
  }

  /**
   * Returns the preset of a name.
   *
   * @throws NnException if there is none; the message says which there are
   */
  public static Preset named(String name) {
    Objects.requireNonNull(name, "name");
    return Presets.ALL.stream()
        .filter(preset -> preset.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NnException(
                    "there is no preset \"%s\", only %s.%s"
                        .formatted(
                            NearestNames.shown(name),
                            String.join(", ", names()),
                            NearestNames.hint(name, names()))));
  }

  /** Returns the names of all presets. */
  public static List<String> names() {
    return Presets.ALL.stream().map(Preset::name).toList();
  }

  /**
   * Returns a registry in which plugins have the defaults of this preset. Plugins that the given
   * registry does not have are passed over.
   */
  public PluginRegistry in(PluginRegistry registry) {
    return in(registry, List.of());
  }

  /**
   * Returns a registry for the layers of one network. What scikit-learn starts with depends on the
   * activation of the hidden layers: a network whose first layer has a sigmoid starts within a
   * smaller range.
   *
   * @param layers the network's layers, as specs
   */
  public PluginRegistry in(PluginRegistry registry, List<Spec> layers) {
    Objects.requireNonNull(registry, "registry");
    PluginRegistry result = registry;
    for (Map.Entry<Kind, List<String>> entry : defaults.entrySet()) {
      Kind kind = entry.getKey();
      for (String text : entry.getValue()) {
        Spec spec = Spec.parse(startsWithSigmoid(layers) ? Presets.ofSigmoid(this, text) : text);
        if (registry.names(kind).contains(spec.name())) {
          Plugin prototype = result.create(kind, withRequired(spec));
          result = result.with(prototype);
        }
      }
    }
    return result;
  }

  /** A prototype has some number for what every spec has to give. */
  private static Spec withRequired(Spec spec) {
    return spec.name().equals("dense") ? spec.with("units", new SpecValue.Decimal(1)) : spec;
  }

  private static boolean startsWithSigmoid(List<Spec> layers) {
    return !layers.isEmpty()
        && layers.get(0).options().get("activation") instanceof Spec activation
        && activation.name().equals("sigmoid");
  }
}
