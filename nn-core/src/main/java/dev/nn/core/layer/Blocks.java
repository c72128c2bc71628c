package dev.nn.core.layer;

import dev.nn.api.Layer;
import java.util.List;

/** What layers that are made of others have in common. */
final class Blocks {
  private Blocks() {}

  /**
   * A copy of the layers.
   *
   * @throws IllegalArgumentException if there is none
   */
  static List<Layer> checked(String option, List<Layer> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          option + " needs at least one layer, as in " + option + "=[dense(units=8)]");
    }
    return List.copyOf(layers);
  }
}
