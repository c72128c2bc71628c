package dev.nn.core.internal.engine;

import dev.nn.api.Activation;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ForkLayer;
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
    Optional<Joints> gradients =
        training ? Optional.of(new Joints(architecture, rows)) : Optional.empty();
    List<StageMemory> stages = new ArrayList<>();
    for (Stage stage : architecture.stages()) {
      Matrix input =
          outputs
              .gathered(stage)
              .orElseGet(() -> source(stage).map(i -> stages.get(i).output()).orElse(features));
      boolean isFork = stage.layer() instanceof ForkLayer;
      Matrix output = isFork ? input : outputs.output(stage);
      boolean isOutput = stage.index() == architecture.outputStage().index();
      boolean keeps = keepZ == KeepZ.ALL || (isOutput && keepZ == KeepZ.OUTPUT);
      Optional<Matrix> z =
          stage
              .layer()
              .outputActivation()
              .map(
                  g ->
                      keeps && !isIdentity(g)
                          ? Matrix.padded(rows, stage.output().size())
                          : output);
      stages.add(
          new StageMemory(
              input,
              output,
              z,
              stage.needs().saved().stream().map(floats -> Matrix.padded(rows, floats)).toList(),
              stage.needs().shared().stream().map(floats -> Matrix.zeros(1, floats)).toList(),
              stage.parameters().stream().map(slot -> slot.in(parameters)).toList(),
              gradients.map(joints -> joints.output(stage)),
              gradients.flatMap(joints -> inputGradient(stage, stages, joints))));
    }
    return new BatchMemory(features, List.copyOf(stages));
  }

  /** The stage that the input comes from, if it does not come from the features. */
  private static Optional<Integer> source(Stage stage) {
    return stage.wiring().wantsInputGradient()
        ? Optional.of(stage.wiring().source())
        : Optional.empty();
  }

  /** Where a stage leaves the gradient of its input, which is the output gradient of another. */
  private static Optional<Matrix> inputGradient(
      Stage stage, List<StageMemory> before, Joints gradients) {
    Optional<Matrix> gathered = gradients.gathered(stage);
    if (gathered.isPresent()) {
      return gathered;
    }
    int column = stage.wiring().sourceColumn();
    int columns = stage.input().size();
    return source(stage)
        .flatMap(i -> before.get(i).outputGradient())
        .map(g -> g.columns() == columns ? g : g.columns(column, column + columns));
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
