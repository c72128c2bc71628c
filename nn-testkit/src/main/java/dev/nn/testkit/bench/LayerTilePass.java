package dev.nn.testkit.bench;

import dev.nn.api.GradientPass;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/** The gradient of some rows of a parameter over all rows of a run. */
final class LayerTilePass extends LayerPass implements GradientPass {
  private final int index;
  private final int firstRow;
  private final Matrix gradient;

  LayerTilePass(LayerRun run, int index, int firstRow, Matrix gradient) {
    super(run, false, 0, run.input().matrix().rows());
    this.index = index;
    this.firstRow = firstRow;
    this.gradient = gradient;
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
  public Matrix parameter(int index) {
    throw new IllegalStateException(
        "parameters may already be updated here; keep what the gradient needs in a saved or shared"
            + " buffer");
  }

  @Override
  public void product(Matrix left, Matrix right) {
    for (int i = 0; i < gradient.rows(); i++) {
      for (int j = 0; j < gradient.columns(); j++) {
        float sum = 0;
        for (int k = 0; k < left.rows(); k++) {
          sum = FloatMath.fma(left.get(k, firstRow + i), right.get(k, j), sum);
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
