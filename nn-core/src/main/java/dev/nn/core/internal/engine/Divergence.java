package dev.nn.core.internal.engine;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
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

  /** Why a loss is not finite: what went wrong first on the way forward. */
  static Divergence ofLoss(double loss, Architecture architecture, BatchMemory memory, int rows) {
    String start = "the loss is " + loss + "; ";
    if (!isFinite(memory.features(), rows)) {
      return of(start + "the features of the batch are not finite");
    }
    for (Stage stage : architecture.stages()) {
      if (!isFinite(memory.stage(stage.index()).output(), rows)) {
        return in(
            stage, start + "the output of " + stage.label() + " is the first that is not finite");
      }
    }
    return of(start + "all outputs are finite, but the loss of them is not");
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
