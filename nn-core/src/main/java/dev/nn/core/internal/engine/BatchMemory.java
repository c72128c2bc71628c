package dev.nn.core.internal.engine;

import dev.nn.api.Activation;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The matrices of all stages for a batch of up to a given number of rows: activations,
 * pre-activations, saved buffers and, for training, the gradients of the activations. A stage's
 * output is the next stage's input.
 */
final class BatchMemory {
  private final Matrix features;
  private final List<StageMemory> stages;

  private BatchMemory(Matrix features, List<StageMemory> stages) {
    this.features = features;
    this.stages = stages;
  }

  /** Memory for training: everything that a backward pass needs is kept. */
  static BatchMemory forTraining(Architecture architecture, float[] parameters, int rows) {
    return of(architecture, parameters, rows, true, KeepZ.ALL);
  }

  /** Says for which stages z is kept as well as the activation. */
  enum KeepZ {
    NONE,
    OUTPUT,
    ALL
  }

  /** Memory for prediction. */
  static BatchMemory forPrediction(
      Architecture architecture, float[] parameters, int rows, KeepZ keepZ) {
    return of(architecture, parameters, rows, false, keepZ);
  }

  private static BatchMemory of(
      Architecture architecture, float[] parameters, int rows, boolean training, KeepZ keepZ) {
    Matrix features = Matrix.padded(rows, architecture.input().size());
    List<StageMemory> stages = new ArrayList<>();
    Matrix input = features;
    Optional<Matrix> inputGradient = Optional.empty();
    for (Stage stage : architecture.stages()) {
      int columns = stage.output().size();
      Matrix output = Matrix.padded(rows, columns);
      boolean isOutput = stage.index() == architecture.outputStage().index();
      boolean keeps = keepZ == KeepZ.ALL || (isOutput && keepZ == KeepZ.OUTPUT);
      Optional<Matrix> z =
          stage
              .layer()
              .outputActivation()
              .map(g -> keeps && !isIdentity(g) ? Matrix.padded(rows, columns) : output);
      Optional<Matrix> outputGradient =
          training ? Optional.of(Matrix.padded(rows, columns)) : Optional.empty();
      stages.add(
          new StageMemory(
              input,
              output,
              z,
              stage.needs().saved().stream().map(floats -> Matrix.padded(rows, floats)).toList(),
              stage.needs().shared().stream().map(floats -> Matrix.zeros(1, floats)).toList(),
              stage.parameters().stream().map(slot -> slot.in(parameters)).toList(),
              outputGradient,
              inputGradient));
      input = output;
      inputGradient = outputGradient;
    }
    return new BatchMemory(features, List.copyOf(stages));
  }

  private static boolean isIdentity(Activation activation) {
    return activation.name().equals("identity");
  }

  /** The batch's features: the first stage's input. */
  Matrix features() {
    return features;
  }

  /** The matrices of one stage. */
  StageMemory stage(int index) {
    return stages.get(index);
  }

  /** The matrices of the last stage. */
  StageMemory last() {
    return stages.get(stages.size() - 1);
  }
}
