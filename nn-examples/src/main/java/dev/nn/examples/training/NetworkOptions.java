package dev.nn.examples.training;

import dev.nn.api.Activation;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which network is trained. */
final class NetworkOptions {
  @Option(
      names = "--layers",
      paramLabel = "SPECS",
      description = {
        "The layers of the network with commas between them, the output layer last. Default:",
        "${DEFAULT-VALUE}"
      })
  private String layers = "";

  @Option(
      names = "--activation",
      paramLabel = "SPEC",
      description = {
        "Use another activation in the hidden layers of the default network, such as tanh or"
            + " \"elu(alpha=2)\"."
      })
  private Optional<String> activation = Optional.empty();

  @picocli.CommandLine.Spec(picocli.CommandLine.Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Makes the network.
   *
   * @param outputLayer what the command adds, unless the user gives all layers
   * @param like the tool whose defaults fill in what the layers leave out
   * @throws ParameterException if the options cannot be read or do not go together
   */
  Network network(
      PluginRegistry registry, Shape input, Optional<String> outputLayer, Optional<String> like) {
    Given given = new Given(command);
    Network network =
        given.has("--layers")
            ? asGiven(given, registry, input)
            : byDefault(given, registry, input, outputLayer, like.isPresent());
    return like.map(tool -> given.checked("--like", () -> network.like(tool))).orElse(network);
  }

  private Network asGiven(Given given, PluginRegistry registry, Shape input) {
    if (activation.isPresent()) {
      throw given.wrong(
          "--activation changes the default network; with --layers, write the activation into"
              + " its layers: dense(units=32, activation="
              + activation.get()
              + ")");
    }
    return given.checked("--layers", () -> Network.of(registry, input, layers));
  }

  private Network byDefault(
      Given given,
      PluginRegistry registry,
      Shape input,
      Optional<String> outputLayer,
      boolean isLikeATool) {
    List<Spec> specs =
        new ArrayList<>(Spec.parseList(layers + outputLayer.map(last -> ", " + last).orElse("")));
    activation
        .map(spec -> given.checked("--activation", () -> registry.activation(spec)))
        .ifPresent(wanted -> replaceHidden(specs, wanted));
    if (isLikeATool) {
      specs.replaceAll(NetworkOptions::withoutInitializer);
    }
    return Network.of(
        registry, input, specs.stream().map(Spec::toString).collect(Collectors.joining(", ")));
  }

  private static void replaceHidden(List<Spec> specs, Activation hidden) {
    for (Spec spec : specs.subList(0, specs.size() - 1)) {
      if (spec.options().containsKey("activation")) {
        specs.set(specs.indexOf(spec), spec.with("activation", Spec.of(hidden)));
      }
    }
  }

  /** A layer of the default network as one who names no initializer would write it. */
  private static Spec withoutInitializer(Spec layer) {
    Spec result = Spec.of(layer.name());
    for (Map.Entry<String, SpecValue> option : layer.options().entrySet()) {
      if (!option.getKey().equals("initializer")) {
        result = result.with(option.getKey(), option.getValue());
      }
    }
    return result;
  }
}
