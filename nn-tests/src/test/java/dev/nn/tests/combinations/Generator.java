package dev.nn.tests.combinations;

import dev.nn.api.Kind;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.gradient.LayerExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Draws combinations from all that a registry has. */
final class Generator {
  private static final int LONGEST = 3;

  /** Options of optimizers; others have their defaults. */
  private static final Map<String, String> OPTIMIZERS =
      Map.of("sgd", "sgd(momentum=0.5, nesterov=true)");

  private final PluginRegistry registry;
  private final List<LayerExample> examples;

  Generator(PluginRegistry registry) {
    this.registry = registry;
    this.examples = LayerExample.all(registry);
  }

  Combination draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> layers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean takesIndices = false;
    int length = random.nextInt(1, LONGEST + 1);
    while (length > 0) {
      LayerExample example = examples.get(random.nextInt(examples.size()));
      // Indices are what a network is given, not what its layers make.
      if (example.takesIndices() && !layers.isEmpty()) {
        continue;
      }
      Spec activation = Spec.of(pick(Kind.ACTIVATION, random));
      layers.addAll(example.with(activation));
      names.addAll(List.of(example.layer().name(), activation.name()));
      takesIndices |= example.takesIndices();
      length--;
    }
    Spec loss = Spec.of(pick(Kind.LOSS, random));
    String name = pick(Kind.OPTIMIZER, random);
    Spec optimizer = Spec.parse(OPTIMIZERS.getOrDefault(name, name));
    names.addAll(List.of(loss.name(), name));
    return new Combination(seed, layers, takesIndices, loss, optimizer, names);
  }

  /** The names of everything that can be drawn. */
  TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Kind kind : List.of(Kind.LAYER, Kind.ACTIVATION, Kind.LOSS, Kind.OPTIMIZER)) {
      names.addAll(registry.names(kind));
    }
    return names;
  }

  private String pick(Kind kind, SplittableRandom random) {
    List<String> names = List.copyOf(registry.names(kind));
    return names.get(random.nextInt(names.size()));
  }
}
