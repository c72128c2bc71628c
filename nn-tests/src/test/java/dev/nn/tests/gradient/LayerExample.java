package dev.nn.tests.gradient;

import dev.nn.api.Kind;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A layer to be checked.
 *
 * @param layer its spec without activation
 * @param hasActivation whether it has one as an option
 * @param behind layers that bring its output back to one row of features
 * @param takesIndices whether its input is whole numbers 0, 1 and 2
 */
public record LayerExample(
    Spec layer, boolean hasActivation, List<String> behind, boolean takesIndices) {
  private static final String ACTIVATION = "activation";

  /** The options of examples, of layers that have to be given some or should be. */
  private static final Map<String, List<String>> OPTIONS =
      Map.ofEntries(
          Map.entry(
              "dense",
              List.of(
                  "(units=4)",
                  "(units=3, bias=false)",
                  "(units=4, kernel_l1=0.01, kernel_l2=0.02, bias_l1=0.03, bias_l2=0.04)")),
          Map.entry("dropout", List.of("(rate=0.4)")),
          Map.entry("alpha_dropout", List.of("(rate=0.3)")),
          Map.entry("gaussian_noise", List.of("(stddev=0.2)")),
          Map.entry("embedding", List.of("(vocabulary=3, units=2)")),
          Map.entry("reshape", List.of("(shape=[2, 2])")),
          // With the default ε a unit that hardly varies has a gradient that changes within a step.
          Map.entry("batch_normalization", List.of("(epsilon=0.1)")),
          Map.entry("layer_normalization", List.of("(epsilon=0.1)")),
          Map.entry(
              "residual",
              List.of(
                  "(layers=[dense(units=3, activation=tanh), batch_normalization(epsilon=0.1),"
                      + " dense(units=4)])")),
          Map.entry(
              "parallel",
              List.of(
                  "(branches=[dense(units=3), activation(activation=identity)])",
                  "(branches=[dense(units=3), dense(units=3, activation=sigmoid)], join=multiply)",
                  "(branches=[residual(layers=[dense(units=4)]), dense(units=4)], join=add)")),
          Map.entry("sequence", List.of("(layers=[dense(units=3, activation=tanh), prelu])")));

  /** Every layer of the registry: as the table says, else by its defaults. */
  public static List<LayerExample> all(PluginRegistry registry) {
    return registry.plugins(Kind.LAYER).stream().flatMap(LayerExample::of).toList();
  }

  private static Stream<LayerExample> of(Plugin layer) {
    Options options = layer.options();
    boolean hasActivation =
        options.has(ACTIVATION)
            && options.type(ACTIVATION).equals(new OptionType.PluginOf(Kind.ACTIVATION));
    boolean isEmbedding = layer.name().equals("embedding");
    boolean isFlat = !isEmbedding && !layer.name().equals("reshape");
    return OPTIONS.getOrDefault(layer.name(), List.of("")).stream()
        .map(text -> Spec.parse(layer.name() + text))
        .peek(spec -> requireComplete(options, spec, hasActivation))
        .map(
            spec ->
                new LayerExample(
                    spec, hasActivation, isFlat ? List.of() : List.of("flatten"), isEmbedding));
  }

  private static void requireComplete(Options options, Spec spec, boolean hasActivation) {
    for (String option : options.names()) {
      boolean isGiven =
          spec.options().containsKey(option) || (hasActivation && option.equals(ACTIVATION));
      if (options.isRequired(option) && !isGiven) {
        throw new AssertionError(
            "%s needs %s: add an example to LayerExample".formatted(spec.name(), option));
      }
    }
  }

  /** Layers that check this one with an activation: in it, or else in a dense layer next to it. */
  public List<String> with(Spec activation) {
    String dense = "dense(units=4, activation=" + activation + ")";
    List<String> layers = new ArrayList<>();
    if (hasActivation) {
      layers.add("dense(units=4)");
      layers.add(layer.with(ACTIVATION, activation).toString());
    } else if (takesIndices) {
      layers.add(layer.toString());
    } else {
      layers.add(dense);
      layers.add(layer.toString());
    }
    layers.addAll(behind);
    if (takesIndices) {
      layers.add(dense);
    }
    return layers;
  }

  @Override
  public String toString() {
    return layer.toString();
  }
}
