package dev.nn.testkit.bench;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Guarded;
import dev.nn.testkit.measure.Samples;
import java.util.Arrays;

/** What the rules L1 to L4 ask of a loss, asked of its closed form with an output activation. */
public final class FusedForm {
  private static final double CANARY = 4321.125;

  private final FusedLoss fused;
  private final Activation activation;
  private final String what;

  public FusedForm(FusedLoss fused, Activation activation, String what) {
    this.fused = fused;
    this.activation = activation;
    this.what = what;
  }

  public double[] values(Matrix z, Matrix target) {
    double[] perRow = new double[z.rows()];
    fused.value(z, target, perRow);
    return perRow;
  }

  public Matrix gradient(Matrix z, Matrix target) {
    Matrix gradient = Matrix.zeros(z.rows(), z.columns());
    fused.gradient(z, ActivationRuns.forward(activation, z), target, gradient);
    return gradient;
  }

  public void check(Matrix z, Matrix target) {
    valueWritesItsResultOnly(z, target);
    gradientWritesItsResultOnly(z, target);
    zeroRows(z.rows(0, 0), target.rows(0, 0));
    rowsAreIndependent(z, target);
  }

  private void valueWritesItsResultOnly(Matrix z, Matrix target) {
    Guarded guardedZ = Guarded.copyOf(z);
    Guarded guardedTarget = Guarded.copyOf(target);
    double[] perRow = new double[z.rows() + 4];
    Arrays.fill(perRow, CANARY);
    fused.value(guardedZ.matrix(), guardedTarget.matrix(), perRow);
    guardedZ.checkUnchanged(z, what + ", z of value");
    guardedTarget.checkUnchanged(target, what + ", the target of value");
    double[] expected = Arrays.copyOf(values(z, target), perRow.length);
    Arrays.fill(expected, z.rows(), perRow.length, CANARY);
    Bits.same(expected, perRow, what + ", losses with other strides");
  }

  private void gradientWritesItsResultOnly(Matrix z, Matrix target) {
    Matrix output = ActivationRuns.forward(activation, z);
    Guarded guardedZ = Guarded.copyOf(z);
    Guarded guardedOutput = Guarded.copyOf(output);
    Guarded guardedTarget = Guarded.copyOf(target);
    Guarded gradient = Guarded.empty(z.rows(), z.columns());
    fused.gradient(
        guardedZ.matrix(), guardedOutput.matrix(), guardedTarget.matrix(), gradient.matrix());
    guardedZ.checkUnchanged(z, what + ", z of gradient");
    guardedOutput.checkUnchanged(output, what + ", the prediction of gradient");
    guardedTarget.checkUnchanged(target, what + ", the target of gradient");
    gradient.checkWritten(what + ", the gradient");
    Bits.same(gradient(z, target), gradient.matrix(), what + ", the gradient with other strides");
  }

  private void zeroRows(Matrix z, Matrix target) {
    double[] perRow = {CANARY};
    fused.value(z, target, perRow);
    Bits.same(CANARY, perRow[0], what + ", the loss of a row that is not there");
    Guarded gradient = Guarded.empty(0, z.columns());
    fused.gradient(z, ActivationRuns.forward(activation, z), target, gradient.matrix());
    gradient.checkMargins(what + ", the gradient of no rows");
  }

  private void rowsAreIndependent(Matrix z, Matrix target) {
    double[] values = values(z, target);
    Matrix gradient = gradient(z, target);
    for (int i = 0; i < z.rows(); i++) {
      Matrix zi = Samples.copy(z.rows(i, i + 1));
      Matrix yi = Samples.copy(target.rows(i, i + 1));
      Bits.same(values[i], values(zi, yi)[0], what + ", the loss of row " + i + " alone");
      Bits.same(
          gradient.rows(i, i + 1),
          gradient(zi, yi),
          what + ", the gradient of row " + i + " alone");
    }
  }
}
