package dev.nn.examples.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How a command trains where its options do not say otherwise; also what its help shows as
 * defaults.
 *
 * @param layers the network; joined, they are what {@code --layers} takes
 * @param optimizer the optimizer, as for {@code --optimizer}
 * @param epochs how often all examples are gone through
 * @param batch examples of one step
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
