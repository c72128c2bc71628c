package dev.nn.core.internal.engine;

import dev.nn.api.Activation;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ForkLayer;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The matrices of all stages for a batch of up to a given number of rows: activations,
 * pre-activations, saved buffers and, for training, the gradients of the activations. A stage's
 * output is the next stage's input, or a part of the input of a join.
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
    Joints outputs = new Joints(architecture, rows);
    Joints gradients = training ? new Joints(architecture, rows) : null;
    List<StageMemory> stages = new ArrayList<>();
    for (Stage stage : architecture.stages()) {
      Matrix input = input(stage, features, stages, outputs);
      boolean isFork = stage.layer() instanceof ForkLayer;
      Matrix output = isFork ? input : outputs.output(stage);
      boolean isOutput = stage.index() == architecture.outputStage().index();
      boolean keeps = keepZ == KeepZ.ALL || (isOutput && keepZ == KeepZ.OUTPUT);
      stages.add(
          new StageMemory(
              input,
              output,
              preActivation(stage, rows, keeps, output),
              saved(stage, rows),
              shared(stage),
              parameters(stage, parameters),
              gradients != null ? Optional.of(gradients.output(stage)) : Optional.empty(),
              gradients != null ? inputGradient(stage, stages, gradients) : Optional.empty()));
    }
    return new BatchMemory(features, List.copyOf(stages));
  }

  private static Matrix input(
      Stage stage, Matrix features, List<StageMemory> before, Joints outputs) {
    Optional<Matrix> gathered = outputs.gathered(stage);
    if (gathered.isPresent()) {
      return gathered.get();
    }
    return stage.wiring().wantsInputGradient()
        ? before.get(stage.wiring().source()).output()
        : features;
  }

  private static Optional<Matrix> preActivation(
      Stage stage, int rows, boolean keeps, Matrix output) {
    Optional<Activation> g = stage.layer().outputActivation();
    if (g.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        keeps && !isIdentity(g.get()) ? Matrix.padded(rows, stage.output().size()) : output);
  }

  private static List<Matrix> saved(Stage stage, int rows) {
    List<Matrix> saved = new ArrayList<>();
    for (int floats : stage.needs().saved()) {
      saved.add(Matrix.padded(rows, floats));
    }
    return saved;
  }

  private static List<Matrix> shared(Stage stage) {
    List<Matrix> shared = new ArrayList<>();
    for (int floats : stage.needs().shared()) {
      shared.add(Matrix.zeros(1, floats));
    }
    return shared;
  }

  private static List<Matrix> parameters(Stage stage, float[] flat) {
    List<Matrix> parameters = new ArrayList<>();
    for (ParameterSlot slot : stage.parameters()) {
      parameters.add(slot.in(flat));
    }
    return parameters;
  }

  /**
   * Where a stage leaves the gradient of its input in training, which is the output gradient of
   * another.
   */
  private static Optional<Matrix> inputGradient(
      Stage stage, List<StageMemory> before, Joints gradients) {
    Optional<Matrix> gathered = gradients.gathered(stage);
    if (gathered.isPresent()) {
      return gathered;
    }
    if (!stage.wiring().wantsInputGradient()) {
      return Optional.empty();
    }
    Matrix gradient = before.get(stage.wiring().source()).outputGradient().orElseThrow();
    int column = stage.wiring().sourceColumn();
    int columns = stage.input().size();
    return Optional.of(
        gradient.columns() == columns ? gradient : gradient.columns(column, column + columns));
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
