package dev.nn.testkit;

import dev.nn.api.BackwardPass;
import dev.nn.api.ColumnPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;

/** What a layer sees: a small engine of plain loops that hands out the buffers of a run. */
final class LayerPass implements ForwardPass, BackwardPass, ColumnPass, GradientPass {
  private final LayerRun run;
  private final boolean fused;
  private final boolean wantsInputGradient;
  private final int index;
  private final int firstRow;
  private final Matrix gradient;

  private LayerPass(
      LayerRun run,
      boolean fused,
      boolean wantsInputGradient,
      int index,
      int firstRow,
      Matrix gradient) {
    this.run = run;
    this.fused = fused;
    this.wantsInputGradient = wantsInputGradient;
    this.index = index;
    this.firstRow = firstRow;
    this.gradient = gradient;
  }

  static LayerPass rows(LayerRun run, boolean fused, boolean wantsInputGradient) {
    return new LayerPass(run, fused, wantsInputGradient, 0, 0, Matrix.zeros(0, 0));
  }

  static LayerPass tile(LayerRun run, int index, int firstRow, Matrix gradient) {
    return new LayerPass(run, false, false, index, firstRow, gradient);
  }

  @Override
  public Matrix input() {
    return run.input().matrix();
  }

  @Override
  public Matrix output() {
    return run.output().matrix();
  }

  @Override
  public Matrix preActivation() {
    return run.preActivation();
  }

  @Override
  public Matrix parameter(int index) {
    return run.parameters().get(index).matrix();
  }

  @Override
  public Matrix saved(int index) {
    return run.saved().get(index).matrix();
  }

  @Override
  public Matrix shared(int index) {
    return run.shared().get(index).matrix();
  }

  @Override
  public Matrix scratch(int index) {
    return run.scratch().get(index).matrix();
  }

  @Override
  public Matrix transposed(int parameter) {
    return run.transposed(parameter);
  }

  @Override
  public boolean training() {
    return run.training();
  }

  @Override
  public Matrix outputGradient() {
    return run.outputGradient().matrix();
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
    return run.inputGradient().matrix();
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public int to() {
    return run.inputShape().last();
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int firstRow() {
    return firstRow;
  }

  @Override
  public Matrix gradient() {
    return gradient;
  }

  @Override
  public void uniform(int stream, Matrix result) {
    CounterRandom.uniform(CounterRandom.key(run.seed(), stream), result, run.firstRow());
  }

  @Override
  public void normal(int stream, Matrix result) {
    CounterRandom.normal(CounterRandom.key(run.seed(), stream), result, run.firstRow());
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
          sum = Math.fma(left.get(i, k), right.get(k, j), sum);
        }
        result.set(i, j, sum);
      }
    }
  }

  @Override
  public void product(Matrix left, Matrix right) {
    for (int i = 0; i < gradient.rows(); i++) {
      for (int j = 0; j < gradient.columns(); j++) {
        float sum = 0;
        for (int k = 0; k < left.rows(); k++) {
          sum = Math.fma(left.get(k, firstRow + i), right.get(k, j), sum);
        }
        gradient.set(i, j, sum);
      }
    }
  }

  @Override
  public void columnSums(Matrix matrix) {
    for (int j = 0; j < matrix.columns(); j++) {
      float sum = 0;
      for (int i = 0; i < matrix.rows(); i++) {
        sum += matrix.get(i, j);
      }
      gradient.set(0, j, sum);
    }
  }
}
