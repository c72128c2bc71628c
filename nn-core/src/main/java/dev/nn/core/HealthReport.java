package dev.nn.core;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.engine.Predictor;
import dev.nn.core.internal.engine.PredictorPool;
import dev.nn.core.internal.engine.UnitHealth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at each unit of a network while examples pass through. */
final class HealthReport {
  private HealthReport() {}

  static List<LayerHealth> of(Architecture architecture, float[] parameters, Dataset data) {
    Predictor predictor = Predictor.forInspection(architecture, parameters, PredictorPool.CHUNK);
    Map<Stage, UnitHealth> healths = new LinkedHashMap<>();
    for (Stage stage : architecture.stages()) {
      UnitHealth.of(stage).ifPresent(health -> healths.put(stage, health));
    }
    for (int from = 0; from < data.rows(); from += PredictorPool.CHUNK) {
      int count = Math.min(PredictorPool.CHUNK, data.rows() - from);
      for (int i = 0; i < count; i++) {
        data.readFeatures(from + i, predictor.features(), i);
      }
      predictor.run(count);
      healths.forEach((stage, health) -> predictor.look(stage, health, count));
    }
    return healths.entrySet().stream()
        .map(entry -> layerHealth(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static LayerHealth layerHealth(Stage stage, UnitHealth health) {
    return new LayerHealth(
        stage.index(),
        stage.layer().name() + " " + health.activation(),
        stage.output().size(),
        health.dead(),
        health.saturated());
  }
}
