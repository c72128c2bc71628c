package dev.nn.testkit.bench;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.math.CounterRandom;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** The forward or backward pass over some rows of a run. */
final class LayerRowPass extends LayerPass implements ForwardPass, BackwardPass {
  private final int firstRow;
  private final boolean fused;
  private final boolean wantsInputGradient;

  private LayerRowPass(
      LayerRun run,
      boolean isForward,
      int from,
      int to,
      boolean fused,
      boolean wantsInputGradient) {
    super(run, isForward, from, to);
    this.firstRow = run.firstRow() + from;
    this.fused = fused;
    this.wantsInputGradient = wantsInputGradient;
  }

  static LayerRowPass forward(LayerRun run, int from, int to) {
    return new LayerRowPass(run, true, from, to, false, false);
  }

  static LayerRowPass backward(
      LayerRun run, int from, int to, boolean fused, boolean wantsInputGradient) {
    return new LayerRowPass(run, false, from, to, fused, wantsInputGradient);
  }

  @Override
  public Matrix scratch(int index) {
    return run.scratch().get(index).matrix();
  }

  @Override
  public Matrix transposed(int parameter) {
    if (!wantsInputGradient) {
      throw new IllegalStateException(
          "there is no transpose of parameter %s: no input gradient is wanted"
              .formatted(parameter));
    }
    return run.transposes().of(parameter).matrix();
  }

  @Override
  public boolean training() {
    return run.training();
  }

  @Override
  public boolean fused() {
    return fused;
  }

  @Override
  public boolean wantsInputGradient() {
    return wantsInputGradient;
  }

  @Override
  public Matrix inputGradient() {
    if (!wantsInputGradient) {
      throw new IllegalStateException("the gradient of the input is not wanted");
    }
    return rows(run.inputGradient());
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
    if (!run.training()) {
      throw new IllegalStateException("a prediction draws no random numbers");
    }
    return CounterRandom.key(run.seed(), stream);
  }

  @Override
  public void affine(Matrix left, Matrix right, Matrix row, Matrix result) {
    for (int i = 0; i < result.rows(); i++) {
      for (int j = 0; j < result.columns(); j++) {
        result.set(i, j, row.get(0, j));
      }
    }
    addProduct(left, right, result);
  }

  @Override
  public void product(Matrix left, Matrix right, Matrix result) {
    result.fill(0);
    addProduct(left, right, result);
  }

  @Override
  public void addProduct(Matrix left, Matrix right, Matrix result) {
    for (int i = 0; i < result.rows(); i++) {
      for (int j = 0; j < result.columns(); j++) {
        float sum = result.get(i, j);
        for (int k = 0; k < left.columns(); k++) {
          sum = FloatMath.fma(left.get(i, k), right.get(k, j), sum);
        }
        result.set(i, j, sum);
      }
    }
  }
}
