package dev.nn.core.internal.run;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.engine.TrainingEngine;
import dev.nn.core.internal.engine.UnitHealths;
import dev.nn.core.internal.health.LayerWords;
import dev.nn.core.internal.health.Magnitudes;
import dev.nn.core.internal.health.UnitHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the layers of a network in training while the examples of a batch pass through: whether
 * their units can learn, and whether the numbers explode on their way.
 */
final class LayerWatch {
  /** Layers are judged by about so many rows. */
  private static final int ROWS = 256;

  /** A hidden layer whose outputs are so much larger than the features is not to be trained. */
  private static final double EXPLODED = 1000;

  private final Architecture network;
  private final boolean isFused;
  private Map<Stage, UnitHealth> healths = Map.of();
  private Magnitudes magnitudes = new Magnitudes(0);
  private int looked;

  /**
   * Nothing has been looked at yet.
   *
   * @param isFused whether the gradient of the loss enters before the last activation, so that it
   *     does no harm if that one saturates
   */
  LayerWatch(Architecture network, boolean isFused) {
    this.network = network;
    this.isFused = isFused;
  }

  /** Looks at the batch of the last step, unless enough was seen. */
  void look(TrainingEngine engine, int rows) {
    if (looked == 0) {
      healths = new LinkedHashMap<>(UnitHealths.none(network));
      if (isFused) {
        healths.remove(network.outputStage());
      }
      magnitudes = new Magnitudes(network.stages().size());
    }
    if (looked < ROWS) {
      engine.look(healths, magnitudes, rows);
      looked += rows;
    }
  }

  /** Whether something was seen since the last {@link #forget}. */
  boolean hasLooked() {
    return looked > 0;
  }

  /** Begins anew. */
  void forget() {
    looked = 0;
  }

  /** What is wrong with layers whose activations saturate. */
  List<String> saturated() {
    return problems(true);
  }

  /** What is wrong with layers whose units die. */
  List<String> dead() {
    return problems(false);
  }

  private List<String> problems(boolean ofSaturating) {
    List<String> problems = new ArrayList<>();
    healths.forEach(
        (stage, health) -> {
          if (health.saturates() == ofSaturating) {
            LayerWords.problem(stage, health).ifPresent(problems::add);
          }
        });
    return problems;
  }

  /** The first hidden layer whose outputs have exploded, in words. */
  Optional<String> exploded() {
    double features = Math.max(1, magnitudes.ofFeatures());
    int last = network.outputStage().index();
    return network.stages().stream()
        .filter(stage -> stage.index() < last)
        .filter(stage -> magnitudes.ofStage(stage.index()) > EXPLODED * features)
        .findFirst()
        .map(
            stage ->
                "the numbers explode on their way through the network: %s gives numbers of about %s where the features are about %s; try he_normal or glorot_normal as initializer, a smaller learning rate, or layer_normalization between the layers"
                    .formatted(
                        stage.label(),
                        (float) magnitudes.ofStage(stage.index()),
                        (float) magnitudes.ofFeatures()));
  }
}
