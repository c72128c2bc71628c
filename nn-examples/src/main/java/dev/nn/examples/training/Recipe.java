package dev.nn.examples.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How a command trains unless its options say otherwise. Its help shows the same as defaults.
 *
 * @param layers the layers of the network; joined with commas, as {@code --layers} takes them
 * @param optimizer the optimizer, as {@code --optimizer} takes it
 * @param epochs how often the training goes through all examples
 * @param batch how many examples are in one step
 */
public record Recipe(List<String> layers, String optimizer, int epochs, int batch)
    implements IDefaultValueProvider {
  public Recipe {
    layers = List.copyOf(layers);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? switch (option.longestName()) {
          case "--layers" -> String.join(",\n", layers);
          case "--optimizer" -> optimizer;
          case "--epochs" -> String.valueOf(epochs);
          case "--batch" -> String.valueOf(batch);
          default -> null;
        }
        : null;
  }
}
