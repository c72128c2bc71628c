package dev.nn.tests.conformance.onnx;

import dev.nn.api.Kind;
import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.OutputSum;
import dev.nn.tests.conformance.vector.Plan;
import java.util.List;

/**
 * ONNX' Momentum for inputs R (learning rate), T (updates before), X, G and V:
 *
 * <pre>
 * g = G + norm_coefficient · X
 * V' = alpha · V + b · g               b = beta, but 1 if T = 0
 * X' = X − R · V'                      nesterov: X' = X − R · (g + alpha · V')
 * </pre>
 *
 * <p>Our sgd keeps −R·V and has no b. With the gradient b·G and the penalty b·norm_coefficient/2 it
 * is the same, in the nesterov mode only if b = 1.
 */
final class OnnxMomentum {
  private final PluginRegistry registry;

  OnnxMomentum(PluginRegistry registry) {
    this.registry = registry.with(new OutputSum(1));
  }

  Plan plan(OnnxCase vector) {
    if (isNesterov(vector) && fresh(vector) != 1) {
      return new Plan.Excused(Plan.Excuse.OTHER_RULE);
    }
    return Plan.when(
        List.of(Need.plugin(registry, Kind.OPTIMIZER, "sgd")), measure -> check(vector, measure));
  }

  private static boolean isNesterov(OnnxCase vector) {
    return vector.attribute("mode", "standard").equals("nesterov");
  }

  /** b. */
  private static double fresh(OnnxCase vector) {
    return vector.input(1).orElseThrow().scalar() == 0 ? 1 : vector.attribute("beta", 1.0);
  }

  private void check(OnnxCase vector, Measure measure) {
    int count = (vector.inputs().size() - 2) / 3;
    for (int i = 0; i < count; i++) {
      float[] x = vector.input(2 + i).orElseThrow().data();
      float[] g = vector.input(2 + count + i).orElseThrow().data();
      float[] v = vector.input(2 + 2 * count + i).orElseThrow().data();
      double rate = vector.x().scalar();
      GivenVelocity optimizer =
          new GivenVelocity(
              registry.create(Optimizer.class, sgd(vector, rate)), Numbers.scaled(v, -rate));
      vector.compare(measure, i, step(vector, optimizer, x, g));
      vector.compare(measure, count + i, Numbers.scaled(optimizer.slot(), -1 / rate));
    }
  }

  private static Spec sgd(OnnxCase vector, double rate) {
    return Spec.of("sgd")
        .with("learning_rate", new SpecValue.Decimal(rate))
        .with("momentum", new SpecValue.Decimal(vector.attribute("alpha", 0.0)))
        .with("nesterov", new SpecValue.Flag(isNesterov(vector)));
  }

  private float[] step(OnnxCase vector, GivenVelocity optimizer, float[] x, float[] g) {
    double b = fresh(vector);
    double l2 = b * vector.attribute("norm_coefficient", 0.0) / 2;
    Model model =
        Networks.model(
            registry,
            Shape.of(x.length),
            List.of("dense(units=1, bias=false, kernel_l2=" + l2 + ")"),
            x);
    float[][] gradients = {Numbers.scaled(g, b)};
    try (TrainingSession session =
        Networks.session(
            registry.with(optimizer),
            model,
            new OutputSum(1),
            optimizer,
            Networks.withoutTargets(gradients),
            1,
            1)) {
      session.step();
      return session.model().parameter("0.dense.kernel");
    }
  }
}
