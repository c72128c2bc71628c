package dev.nn.core.internal.engine;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.health.UnitHealth;
import dev.nn.math.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at each unit of a network while examples pass through. */
public final class UnitHealths {
  private static final int CHUNK = 64;

  /** Reads the features of an example into a row of a matrix. */
  @FunctionalInterface
  public interface FeatureSource {
    void readFeatures(int example, Matrix into, int at);
  }

  private UnitHealths() {}

  /**
   * The health of each stage that ends in an elementwise activation.
   *
   * @param rows how many of the examples are looked at, from the first on
   */
  public static Map<Stage, UnitHealth> of(
      Architecture architecture, float[] parameters, FeatureSource examples, int rows) {
    Predictor predictor = Predictor.forInspection(architecture, parameters, CHUNK);
    Map<Stage, UnitHealth> healths = none(architecture);
    for (int from = 0; from < rows; from += CHUNK) {
      int count = Math.min(CHUNK, rows - from);
      for (int i = 0; i < count; i++) {
        examples.readFeatures(from + i, predictor.features(), i);
      }
      predictor.run(count);
      healths.forEach((stage, health) -> predictor.look(stage, health, count));
    }
    return healths;
  }

  /** Of each stage that ends in an elementwise activation, before anything was looked at. */
  public static Map<Stage, UnitHealth> none(Architecture architecture) {
    Map<Stage, UnitHealth> healths = new LinkedHashMap<>();
    for (Stage stage : architecture.stages()) {
      UnitHealth.of(stage).ifPresent(health -> healths.put(stage, health));
    }
    return healths;
  }
}
