package dev.nn.tests.conformance.document;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;
import java.util.stream.Stream;

/** Values and gradients of single rows, alone and fused with an output activation. */
final class LossOracle implements Oracle {
  private final List<GoldenFile> golden =
      GoldenFile.read("nn-core", "losses.txt", "keras_losses.txt", "keras_overlap.txt");

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
      // The divergence is a difference of two entropies, this and the one of y for ŷ.
      boolean isDivergence = loss.name().equals("kl_divergence");
      values.compare(where, want[0], value[0], isDivergence ? entropy(target) : 0);
      for (int j = 0; j < z.columns(); j++) {
        double unit = form instanceof Alone ? 0 : probability(output, prediction.get(0, j));
        gradients.compare(where + ", column " + j, want[j + 1], gradient.get(0, j), unit);
      }
    }
  }

  private static double entropy(Matrix target) {
    double sum = 0;
    for (int j = 0; j < target.columns(); j++) {
      double y = target.get(0, j);
      sum -= y == 0 ? 0 : y * StrictMath.log(y);
    }
    return sum;
  }

  /** ŷ: a fused gradient is mostly ŷ − y, where the rounding of ŷ remains. */
  private static double probability(Activation output, float prediction) {
    return output.name().equals("log_softmax") ? StrictMath.exp(prediction) : prediction;
  }
}
