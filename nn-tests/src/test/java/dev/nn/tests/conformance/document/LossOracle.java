package dev.nn.tests.conformance.document;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.core.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;

/** Values and gradients of single rows, alone and fused with an output activation. */
final class LossOracle implements Oracle {
  private final GoldenFile golden = GoldenFile.read("nn-core", "losses.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(golden);
  }

  @Override
  public void check(PluginRegistry registry, Findings findings) {
    for (Section section : golden.sections()) {
      String[] lossAndActivation = section.title().split(" after ");
      Loss loss = registry.loss(lossAndActivation[0]);
      FusedLoss form =
          lossAndActivation.length == 1
              ? alone(loss)
              : loss.fuse(registry.activation(lossAndActivation[1])).orElseThrow();
      String activation = lossAndActivation.length == 1 ? "identity" : lossAndActivation[1];
      check(section, loss, form, registry.activation(activation), findings);
    }
  }

  private static FusedLoss alone(Loss loss) {
    return new FusedLoss() {
      @Override
      public void value(Matrix z, Matrix target, double[] lossPerRow) {
        loss.value(z, target, lossPerRow);
      }

      @Override
      public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
        loss.gradient(z, target, gradient);
      }
    };
  }

  private static void check(
      Section section, Loss loss, FusedLoss form, Activation output, Findings findings) {
    Finding values = findings.of(Subject.LOSS, loss.name(), section.oracle(), "value");
    Finding gradients = findings.of(Subject.LOSS, loss.name(), section.oracle(), "gradient");
    List<double[]> lines = section.lines();
    for (int i = 0; i < lines.size(); i += 3) {
      Matrix z = Rows.row(lines.get(i));
      Matrix target = Rows.row(lines.get(i + 1));
      double[] want = lines.get(i + 2);
      double[] value = new double[1];
      Matrix prediction = Matrix.zeros(1, z.columns());
      Matrix gradient = Matrix.zeros(1, z.columns());
      output.forward(z, prediction);
      form.value(z, target, value);
      form.gradient(z, prediction, target, gradient);
      String where = section.title() + ", row " + i / 3;
      values.compare(where, want[0], value[0]);
      for (int j = 1; j < want.length; j++) {
        gradients.compare(where + ", column " + (j - 1), want[j], gradient.get(0, j - 1));
      }
    }
  }
}
