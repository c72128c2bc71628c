package dev.nn.core;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.engine.UnitHealths;
import dev.nn.core.internal.health.LayerWords;
import dev.nn.core.internal.health.UnitHealth;
import dev.nn.core.internal.run.FailedPlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Translates the health of layers, how many of their units can still learn, into the types of this
 * package.
 */
final class HealthReport {
  private HealthReport() {}

  static List<LayerHealth> of(Architecture architecture, float[] parameters, Dataset data) {
    Map<Stage, UnitHealth> healths =
        FailedPlugin.naming(
            () -> UnitHealths.of(architecture, parameters, data::readFeatures, data.rows()));
    return healths.entrySet().stream()
        .map(
            entry ->
                layerHealth(
                    entry.getKey(),
                    entry.getValue(),
                    entry.getKey().index() == architecture.outputStage().index()))
        .toList();
  }

  private static LayerHealth layerHealth(Stage stage, UnitHealth health, boolean isOutput) {
    return new LayerHealth(
        stage.layerIndex(),
        stage.layer().name() + " " + health.activation(),
        stage.output().size(),
        health.dead(),
        health.saturated(),
        isOutput ? Optional.empty() : LayerWords.problem(stage, health));
  }
}
