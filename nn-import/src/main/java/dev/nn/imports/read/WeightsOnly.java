package dev.nn.imports.read;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the weights of a file without an architecture into layers that the user names. */
public final class WeightsOnly {
  private final PluginRegistry registry;
  private final String preset;
  private final List<WeightGroup> groups;

  /**
   * Begins with the weights.
   *
   * @param preset whose defaults the layers have for what they do not say
   * @param groups in the order of the layers
   */
  public WeightsOnly(PluginRegistry registry, String preset, List<WeightGroup> groups) {
    this.registry = registry;
    this.preset = preset;
    this.groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new Refusal("it has no weights");
    }
  }

  /**
   * Returns the model.
   *
   * @param layers their specs; empty if the user has named none, which is refused with a proposal
   */
  public Model in(String layers) {
    String guess = groups.stream().map(WeightGroup::guess).collect(Collectors.joining(", "));
    if (layers.isBlank()) {
      throw new Refusal(
          "it holds weights and not the layers they belong to: name these, such as --layers \"%s\", with the activations that the file does not have"
              .formatted(guess));
    }
    Network network = Network.of(registry, Shape.of(groups.get(0).inputs()), layers).like(preset);
    Model start = Model.initial(network, 0);
    Map<String, List<String>> ours = new LinkedHashMap<>();
    for (String name : start.parameterNames()) {
      ours.computeIfAbsent(name.substring(0, name.lastIndexOf('.')), key -> new ArrayList<>())
          .add(name);
    }
    if (ours.size() != groups.size()) {
      throw new Refusal(
          "the file has weights for %s layers, and %s of the layers given have some, %s; by its shapes it fits \"%s\""
              .formatted(groups.size(), ours.size(), List.copyOf(ours.keySet()), guess));
    }
    Map<String, float[]> weights = new HashMap<>();
    int at = 0;
    for (List<String> names : ours.values()) {
      WeightGroup group = groups.get(at++);
      for (String name : names) {
        weights.put(name, group.numbers(name, start.parameterShape(name).size()));
      }
      refuseUnused(group, names);
    }
    return Model.of(network, weights);
  }

  private static void refuseUnused(WeightGroup group, List<String> names) {
    boolean hasBias = names.stream().anyMatch(name -> name.matches(".*\\.(bias|beta)"));
    if (group.tensors().containsKey("bias") && !hasBias) {
      throw new Refusal(
          "%s.bias has no place in %s; leave bias=false out"
              .formatted(group.prefix(), names.get(0)));
    }
  }
}
