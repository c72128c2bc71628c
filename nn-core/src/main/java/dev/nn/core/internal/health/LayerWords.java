package dev.nn.core.internal.health;

import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.message.Plural;
import java.util.Optional;

/** What the counts of a layer's units mean, in words with what to try. */
public final class LayerWords {
  /** From this share of its units on, a layer counts as saturated. */
  private static final double MOST = 0.9;

  private LayerWords() {}

  /** What is wrong with a layer, if its units say that something is. */
  public static Optional<String> problem(Stage stage, UnitHealth health) {
    int units = stage.output().size();
    int stuck = health.dead() + health.saturated();
    if (health.saturates()) {
      return stuck >= MOST * units
          ? Optional.of(
              "%s of %s of %s (%s) %s saturated: nearly every example is so far from zero there that the derivative is almost 0, so nothing before them learns; scale the features with a normalization layer in front, or try glorot_normal as initializer, a smaller learning rate, or relu"
                  .formatted(
                      stuck,
                      Plural.of(units, "unit"),
                      stage.label(),
                      health.activation(),
                      stuck == 1 ? "is" : "are"))
          : Optional.empty();
    }
    return health.dead() == units
        ? Optional.of(
            "all %s of %s (%s) are dead: their derivative is 0 for every example, so nothing before them learns; try a smaller learning rate, he_normal as initializer, leaky_relu, or a normalization layer in front"
                .formatted(Plural.of(units, "unit"), stage.label(), health.activation()))
        : Optional.empty();
  }
}
