package dev.nn.core.internal.engine;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Why a run cannot go on.
 *
 * @param layer index of the first layer where something is not finite, if it is a layer
 * @param problem what is not finite
 * @param suspects the plugins that took part in computing it
 */
public record Divergence(OptionalInt layer, String problem, List<Plugin> suspects) {
  /**
   * Describes weights that an update has spoilt, whichever part of the backward pass was to blame.
   */
  static Divergence ofWeights(
      Stage stage, Architecture architecture, Loss loss, Optimizer optimizer) {
    List<Plugin> suspects = new ArrayList<>();
    architecture.stages().stream()
        .skip(stage.index())
        .forEach(later -> suspects.add(later.layer()));
    suspects.add(loss);
    suspects.add(optimizer);
    return new Divergence(
        OptionalInt.of(stage.layerIndex()),
        "weights of " + stage.label() + " are no longer finite",
        List.copyOf(suspects));
  }

  static Divergence ofRate(Schedule schedule, double rate) {
    return new Divergence(
        OptionalInt.empty(),
        "the schedule %s gives the learning rate %s".formatted(schedule.name(), rate),
        List.of(schedule));
  }

  /** Describes why a loss is not finite, by what went wrong first in the forward pass. */
  static Divergence ofLoss(
      Loss loss, double value, Architecture architecture, BatchMemory memory, int rows) {
    String start = "the loss is " + value + "; ";
    if (!isFinite(memory.features(), rows)) {
      return new Divergence(
          OptionalInt.empty(), start + "the features of the batch are not finite", List.of());
    }
    for (Stage stage : architecture.stages()) {
      if (!isFinite(memory.stage(stage.index()).output(), rows)) {
        return new Divergence(
            OptionalInt.of(stage.layerIndex()),
            start + "the output of " + stage.label() + " is the first that is not finite",
            List.of(stage.layer()));
      }
    }
    return new Divergence(
        OptionalInt.empty(),
        start + "all outputs are finite, but the loss of them is not",
        List.of(loss));
  }

  private static boolean isFinite(Matrix matrix, int rows) {
    for (int i = 0; i < rows; i++) {
      int start = matrix.rowStart(i);
      if (!Kernels.active().allFinite(matrix.data(), start, start + matrix.columns())) {
        return false;
      }
    }
    return true;
  }
}
