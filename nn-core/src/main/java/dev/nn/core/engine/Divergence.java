package dev.nn.core.engine;

import java.util.OptionalInt;

/**
 * Why a run cannot go on.
 *
 * @param layer index of the first layer where something is not finite, if it is a layer
 * @param problem what is not finite
 */
public record Divergence(OptionalInt layer, String problem) {
  static Divergence in(Stage stage, String problem) {
    return new Divergence(OptionalInt.of(stage.index()), problem);
  }

  static Divergence of(String problem) {
    return new Divergence(OptionalInt.empty(), problem);
  }
}
