package dev.nn.core.internal.engine;

import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The matrices that one stage works on, for the whole batch or for a range of its rows.
 *
 * @param input the stage's input
 * @param output the stage's output
 * @param preActivation z if the layer has an output activation, or the output itself if nobody
 *     needs z
 * @param saved per-row buffers
 * @param shared buffers of the batch
 * @param parameters the parameters
 * @param outputGradient ∂L/∂output; absent in prediction
 * @param inputGradient ∂L/∂input; absent in prediction and in the first stage
 */
record StageMemory(
    Matrix input,
    Matrix output,
    Optional<Matrix> preActivation,
    List<Matrix> saved,
    List<Matrix> shared,
    List<Matrix> parameters,
    Optional<Matrix> outputGradient,
    Optional<Matrix> inputGradient) {

  /** The same for some rows of the batch. */
  StageMemory rows(int from, int to) {
    return new StageMemory(
        input.rows(from, to),
        output.rows(from, to),
        rows(preActivation, from, to),
        rows(saved, from, to),
        shared,
        parameters,
        rows(outputGradient, from, to),
        rows(inputGradient, from, to));
  }

  private static Optional<Matrix> rows(Optional<Matrix> matrix, int from, int to) {
    return matrix.isEmpty() ? matrix : Optional.of(matrix.get().rows(from, to));
  }

  private static List<Matrix> rows(List<Matrix> matrices, int from, int to) {
    List<Matrix> rows = new ArrayList<>();
    for (Matrix matrix : matrices) {
      rows.add(matrix.rows(from, to));
    }
    return Collections.unmodifiableList(rows);
  }
}
