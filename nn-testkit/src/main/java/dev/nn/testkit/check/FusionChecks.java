package dev.nn.testkit.check;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.testkit.bench.ActivationRuns;
import dev.nn.testkit.bench.FusedForm;
import dev.nn.testkit.bench.LossExtremes;
import dev.nn.testkit.bench.LossProblem;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import dev.nn.testkit.measure.Slope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule L8 for the closed forms of a loss with an output activation. */
public final class FusionChecks {
  private static final double TOLERANCE = 1e-4;
  private static final float FAR = 1e4f;

  private FusionChecks() {}

  /**
   * L8: with each activation of the registry that the loss fuses with, the closed form has the
   * value of the composition, its gradient agrees with central differences, both are finite for z =
   * ±10⁴, and NaN where z is NaN; and it keeps the rules L1 to L4. An output of {@code log_softmax}
   * is taken as log ŷ.
   */
  public static void fusedEqualsComposed(Loss loss, PluginRegistry registry) {
    List<String> undecided = new ArrayList<>();
    int fused = 0;
    for (Plugin plugin : registry.plugins(Kind.ACTIVATION)) {
      Activation activation = (Activation) plugin;
      Optional<FusedLoss> closed = loss.fuse(activation);
      if (closed.isPresent()) {
        check(loss, closed.get(), activation).ifPresent(undecided::add);
        fused++;
      }
    }
    Skip.unless(fused > 0, "L8: it fuses with no activation of the registry");
    Skip.ifAny(undecided);
  }

  private static Optional<String> check(Loss loss, FusedLoss fused, Activation activation) {
    String what = "L8: with " + activation.name();
    LossProblem problem = LossProblem.of(loss, "L8");
    Matrix target = problem.target();
    int rows = problem.rows();
    Matrix z = Samples.uniform(41, rows, problem.prediction().columns(), -2, 2);
    FusedForm form = new FusedForm(fused, activation, what);
    form.check(z, target);
    double[] values = form.values(z, target);
    Matrix output = ActivationRuns.forward(activation, z);
    double[] composed = new LossProblem(probabilities(activation, output), target).values(loss);
    for (int i = 0; i < rows; i++) {
      closeTo(composed[i], values[i], what + ", the loss of row " + i);
    }
    farOut(form, target, z.columns(), what);
    notANumber(form, new LossProblem(z, target), what);
    return Slope.check(
        form.gradient(z, target), z, () -> form.values(z, target), what + ", the gradient");
  }

  private static void closeTo(double composed, double closed, String what) {
    Fail.unless(
        Math.abs(closed - composed) <= TOLERANCE * (1 + Math.abs(composed)),
        () -> "%s is %s, that of the composition %s".formatted(what, closed, composed));
  }

  private static void farOut(FusedForm form, Matrix target, int columns, String what) {
    Matrix z = Matrix.zeros(target.rows(), columns);
    for (int i = 0; i < z.rows(); i++) {
      z.set(i, i % columns, i % 2 == 0 ? FAR : -FAR);
    }
    for (double value : form.values(z, target)) {
      Fail.unless(Double.isFinite(value), () -> what + ", the loss at z = ±10⁴ is " + value);
    }
    for (double value : Samples.numbers(form.gradient(z, target))) {
      Fail.unless(Double.isFinite(value), () -> what + ", the gradient at z = ±10⁴ is " + value);
    }
  }

  private static void notANumber(FusedForm form, LossProblem problem, String what) {
    Matrix z = new LossExtremes(problem).notANumber().prediction();
    double[] values = form.values(z, problem.target());
    Matrix gradient = form.gradient(z, problem.target());
    for (int i = 0; i < z.rows(); i++) {
      double value = values[i];
      float slope = gradient.get(i, i % z.columns());
      Fail.unless(Double.isNaN(value), () -> what + ", the loss where z is NaN is " + value);
      Fail.unless(Float.isNaN(slope), () -> what + ", the gradient where z is NaN is " + slope);
    }
  }

  private static Matrix probabilities(Activation activation, Matrix output) {
    if (!activation.name().equals("log_softmax")) {
      return output;
    }
    Matrix probabilities = Samples.copy(output);
    for (int i = 0; i < output.rows(); i++) {
      for (int j = 0; j < output.columns(); j++) {
        probabilities.set(i, j, (float) StrictMath.exp(output.get(i, j)));
      }
    }
    return probabilities;
  }
}
