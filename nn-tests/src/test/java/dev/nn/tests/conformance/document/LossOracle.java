package dev.nn.tests.conformance.document;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.core.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;
import java.util.stream.Stream;

/** Values and gradients of single rows, alone and fused with an output activation. */
final class LossOracle implements Oracle {
  /** Its value is a difference of entropies. */
  private static final String DIFFERENCE = "kl_divergence";

  private final List<GoldenFile> golden =
      GoldenFile.read("nn-core", "losses.txt", "keras_losses.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(golden.stream());
  }

  @Override
  public Stream<GoldenCase> cases(PluginRegistry registry) {
    return golden.stream()
        .flatMap(file -> file.sections().stream())
        .map(section -> golden(section, registry));
  }

  private static GoldenCase golden(Section section, PluginRegistry registry) {
    String[] lossAndActivation = section.title().split(" after ");
    boolean isAlone = lossAndActivation.length == 1;
    Activation output = registry.activation(isAlone ? "identity" : lossAndActivation[1]);
    return GoldenCase.of(
        lossAndActivation[0],
        (spec, findings) -> {
          Loss loss = registry.loss(spec);
          FusedLoss form = isAlone ? new Alone(loss) : loss.fuse(output).orElseThrow();
          check(section, loss, form, output, findings);
        });
  }

  /** A loss that is not fused, as one that is fused with the identity. */
  private record Alone(Loss loss) implements FusedLoss {
    @Override
    public void value(Matrix z, Matrix target, double[] lossPerRow) {
      loss.value(z, target, lossPerRow);
    }

    @Override
    public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
      loss.gradient(z, target, gradient);
    }
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
      values.compare(where, want[0], value[0], loss.name().equals(DIFFERENCE) ? 1 : 0);
      for (int j = 1; j < want.length; j++) {
        // A fused gradient is mostly ŷ − y, where the rounding of ŷ, up to 1, remains.
        double unit = form instanceof Alone ? 0 : 1;
        gradients.compare(where + ", column " + (j - 1), want[j], gradient.get(0, j - 1), unit);
      }
    }
  }
}
