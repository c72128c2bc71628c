package dev.nn.testkit.check;

import dev.nn.api.Optimizer;
import dev.nn.testkit.bench.Descent;
import dev.nn.testkit.measure.Fail;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The rules O1 and O2 for optimizers, which must bring losses down. Each is a separate check. The
 * other rules are in {@link OptimizerChecks}.
 */
public final class DescentChecks {
  private static final double[] RATES = {0.1, 0.01, 1, 0.001, 10};
  private static final int STEPS = 20_000;
  private static final double ENOUGH = 0.1;

  private DescentChecks() {}

  /** O1: with a suitable learning rate the loss on the parabola Σ i wᵢ² / 2 shrinks to a tenth. */
  public static void descendsOnAParabola(Optimizer optimizer) {
    descends(
        optimizer,
        "O1: on a parabola",
        new float[] {1, -2, 1.5f},
        w -> (w[0] * w[0] + 2 * w[1] * w[1] + 3 * w[2] * w[2]) / 2,
        w -> new float[] {w[0], 2 * w[1], 3 * w[2]});
  }

  /**
   * O2: with a suitable learning rate the loss on Rosenbrock's function (1 − x)² + 100 (y − x²)²,
   * from (−1.2, 1), shrinks to a tenth.
   */
  public static void descendsOnRosenbrock(Optimizer optimizer) {
    descends(
        optimizer,
        "O2: on Rosenbrock's function",
        new float[] {-1.2f, 1},
        w -> {
          double valley = w[1] - w[0] * w[0];
          return (1 - w[0]) * (1 - w[0]) + 100 * valley * valley;
        },
        w -> {
          float valley = w[1] - w[0] * w[0];
          return new float[] {-2 * (1 - w[0]) - 400 * valley * w[0], 200 * valley};
        });
  }

  private static void descends(
      Optimizer optimizer,
      String what,
      float[] start,
      ToDoubleFunction<float[]> loss,
      UnaryOperator<float[]> gradient) {
    double first = loss.applyAsDouble(start);
    double best = Double.POSITIVE_INFINITY;
    for (double rate : RATES) {
      Descent descent = new Descent(optimizer, rate, start);
      double last = first;
      for (int step = 0; step < STEPS && last > ENOUGH * first; step++) {
        descent.step(optimizer, gradient.apply(descent.weights()));
        last = loss.applyAsDouble(descent.weights());
      }
      if (last <= ENOUGH * first) {
        return;
      }
      best = Math.min(best, last);
    }
    double reached = best;
    Fail.unless(
        reached <= ENOUGH * first,
        () ->
            "%s, with learning rates %s, %s steps bring the loss from %s to %s only"
                .formatted(what, Arrays.toString(RATES), STEPS, first, reached));
  }
}
