package dev.nn.tests.combinations;

import dev.nn.api.Spec;
import java.util.List;

/**
 * A network and how to train it.
 *
 * @param seed what it was generated from
 * @param layers the hidden layers
 * @param takesIndices whether their input is whole numbers
 * @param loss the loss
 * @param optimizer the optimizer without its learning rate
 * @param names of all plugins that were drawn
 */
record Combination(
    long seed,
    List<String> layers,
    boolean takesIndices,
    Spec loss,
    Spec optimizer,
    List<String> names) {
  Combination {
    layers = List.copyOf(layers);
    names = List.copyOf(names);
  }

  @Override
  public String toString() {
    return "seed " + seed + ": " + layers + ", " + loss + ", " + optimizer;
  }
}
