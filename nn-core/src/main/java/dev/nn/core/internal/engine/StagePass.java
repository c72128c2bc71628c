package dev.nn.core.internal.engine;

import dev.nn.api.Pass;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What all passes over a stage share. Everything is looked up when a pass is made, so that its use
 * costs array reads only.
 */
abstract class StagePass implements Pass {
  final Stage stage;
  private final Matrix input;
  private final Matrix output;
  private final @Nullable Matrix preActivation;
  private final Matrix[] parameters;
  private final Matrix[] saved;
  private final Matrix[] shared;
  private final @Nullable Matrix outputGradient;

  StagePass(Stage stage, StageMemory memory) {
    this.stage = stage;
    this.input = memory.input();
    this.output = memory.output();
    this.preActivation = memory.preActivation().orElse(null);
    this.parameters = memory.parameters().toArray(new Matrix[0]);
    this.saved = memory.saved().toArray(new Matrix[0]);
    this.shared = memory.shared().toArray(new Matrix[0]);
    this.outputGradient = memory.outputGradient().orElse(null);
  }

  @Override
  public final Matrix input() {
    return input;
  }

  @Override
  public final Matrix output() {
    return output;
  }

  @Override
  public final Matrix preActivation() {
    if (preActivation == null) {
      throw new IllegalStateException(stage.label() + " declares no output activation");
    }
    return preActivation;
  }

  @Override
  public Matrix parameter(int index) {
    return parameters[index];
  }

  @Override
  public final Matrix saved(int index) {
    return saved[index];
  }

  @Override
  public final Matrix shared(int index) {
    return shared[index];
  }

  public final Matrix outputGradient() {
    if (outputGradient == null) {
      throw new IllegalStateException("the forward pass has no output gradient");
    }
    return outputGradient;
  }
}
