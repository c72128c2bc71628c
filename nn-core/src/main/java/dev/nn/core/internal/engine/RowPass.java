package dev.nn.core.internal.engine;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.split.Sharing;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** The forward and backward pass of one worker over its rows of a stage. */
final class RowPass extends StagePass implements ForwardPass, BackwardPass {
  private static final Kernels KERNELS = Kernels.active();

  private final int firstRow;
  private final Matrix[] scratch;
  private final Matrix[] transposed;
  private final @Nullable Matrix inputGradient;
  private final boolean fused;
  private final @Nullable StepClock clock;
  private final long layerKey;
  private final Sharing.@Nullable Products shared;

  /**
   * @param firstRow place in the batch of the first row of this pass
   * @param scratch the worker's buffers
   * @param transposed transposes by parameter index, null where not asked for
   * @param fused whether the output gradient is ∂L/∂z
   * @param clock seed and step of the training run; absent in prediction
   * @param sharing whether helpers take part in a prediction; absent in training
   */
  RowPass(
      Stage stage,
      StageMemory memory,
      int firstRow,
      Matrix[] scratch,
      @Nullable Matrix[] transposed,
      boolean fused,
      @Nullable StepClock clock,
      @Nullable Sharing sharing) {
    super(stage, memory);
    this.firstRow = firstRow;
    this.scratch = scratch;
    this.transposed = transposed;
    this.inputGradient = memory.inputGradient().orElse(null);
    this.fused = fused;
    this.clock = clock;
    this.layerKey = clock == null ? 0 : Streams.layer(clock.seed(), stage.index());
    this.shared = sharing == null ? null : sharing.new Products();
  }

  @Override
  public boolean training() {
    return clock != null;
  }

  @Override
  public boolean fused() {
    return fused;
  }

  @Override
  public boolean wantsInputGradient() {
    return inputGradient != null;
  }

  @Override
  public Matrix inputGradient() {
    if (inputGradient == null) {
      throw new IllegalStateException(stage.label() + " has no use for an input gradient");
    }
    return inputGradient;
  }

  @Override
  public Matrix scratch(int index) {
    return scratch[index];
  }

  @Override
  public Matrix transposed(int parameter) {
    Matrix transpose = transposed[parameter];
    if (transpose == null) {
      throw new IllegalStateException(
          "there is no transpose of parameter %s of %s: it was not declared, or no input gradient is wanted"
              .formatted(parameter, stage.label()));
    }
    return transpose;
  }

  @Override
  public void affine(Matrix left, Matrix right, Matrix row, Matrix result) {
    if (shared == null || !shared.compute(left, right, row, result)) {
      KERNELS.product(left, right, row, result);
    }
  }

  @Override
  public void product(Matrix left, Matrix right, Matrix result) {
    if (shared == null || !shared.compute(left, right, null, result)) {
      KERNELS.product(left, right, result);
    }
  }

  @Override
  public void addProduct(Matrix left, Matrix right, Matrix result) {
    KERNELS.addProduct(left, right, result);
  }

  @Override
  public void uniform(int stream, Matrix result) {
    CounterRandom.uniform(key(stream), result, firstRow);
  }

  @Override
  public void normal(int stream, Matrix result) {
    CounterRandom.normal(key(stream), result, firstRow);
  }

  private long key(int stream) {
    if (clock == null) {
      throw new IllegalStateException("a prediction draws no random numbers");
    }
    return Streams.ofStep(layerKey, clock.step(), stream);
  }
}
