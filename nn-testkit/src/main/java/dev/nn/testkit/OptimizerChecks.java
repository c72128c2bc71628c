package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Optimizer;
import dev.nn.api.Optimizer.Granularity;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The rules O1 to O7 for optimizers, each as a check of its own. Learning rates are given by the
 * checks, as the engine gives them from the schedule.
 */
public final class OptimizerChecks {
  private static final double[] RATES = {0.1, 0.01, 1, 0.001, 10};
  private static final int STEPS = 20_000;
  private static final double ENOUGH = 0.1;
  private static final float CANARY = Float.intBitsToFloat(0x7fc0beef);
  private static final int MARGIN = 9;
  private static final int SIZE = 23;

  private OptimizerChecks() {}

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
    assertTrue(
        reached <= ENOUGH * first,
        () ->
            "%s, with learning rates %s, %d steps bring the loss from %s to %s only"
                .formatted(what, Arrays.toString(RATES), STEPS, first, reached));
  }

  /** O3: {@code update} writes between {@code from} and {@code to} only, in every array. */
  public static void keepsToItsRange(Optimizer optimizer) {
    float[] weights = guarded(Samples.uniform(1, 1, SIZE, -1, 1).row(0));
    float[] gradients = guarded(Samples.uniform(2, 1, SIZE, -1, 1).row(0));
    float[][] slots = new float[optimizer.slots()][];
    for (int slot = 0; slot < slots.length; slot++) {
      float[] values = new float[SIZE];
      Arrays.fill(values, optimizer.initialSlot(slot));
      slots[slot] = guarded(values);
    }
    double[] scalars = new double[optimizer.scalars()];
    optimizer.prepare(0, scalars);
    double[] prepared = scalars.clone();
    optimizer.update(new Tile(weights, gradients, slots, MARGIN, MARGIN + SIZE, 0.01, 0, scalars));
    checkMargins(weights, "weights");
    checkMargins(gradients, "gradients");
    for (int slot = 0; slot < slots.length; slot++) {
      checkMargins(slots[slot], "slot " + slot);
    }
    Bits.same(prepared, scalars, "O3: scalars are read only in update");
  }

  private static float[] guarded(float[] values) {
    float[] data = new float[SIZE + 2 * MARGIN];
    Arrays.fill(data, CANARY);
    System.arraycopy(values, 0, data, MARGIN, SIZE);
    return data;
  }

  private static void checkMargins(float[] data, String what) {
    for (int i = 0; i < data.length; i++) {
      boolean inside = i >= MARGIN && i < MARGIN + SIZE;
      boolean isCanary = Float.floatToRawIntBits(data[i]) == Float.floatToRawIntBits(CANARY);
      int at = i;
      assertTrue(
          inside || isCanary,
          () ->
              "O3: %s: %s was written outside of the tile, at from %+d"
                  .formatted(what, data[at], at - MARGIN));
      assertTrue(
          !inside || Float.isFinite(data[i]),
          () ->
              "O3: %s: %s at from %+d: a value from outside of the tile was used"
                  .formatted(what, data[at], at - MARGIN));
    }
  }

  /** O4: an optimizer of single elements gives the same bits however parameters are cut. */
  public static void tilesDoNotMatter(Optimizer optimizer) {
    Skip.unless(
        optimizer.granularity() == Granularity.ELEMENT, "O4: it updates whole tensors only");
    Descent whole = new Descent(optimizer, 0.01, start());
    Descent tiled = new Descent(optimizer, 0.01, start());
    for (int step = 0; step < 10; step++) {
      whole.step(optimizer, gradients(step));
      tiled.step(optimizer, gradients(step), 0, 1, 7, 7, 16);
    }
    Bits.same(whole.numbers(), tiled.numbers(), "O4: updated in tiles");
  }

  /** O5: an equal optimizer goes on from saved slots and scalars as if nothing had happened. */
  public static void resumesFromItsState(Optimizer optimizer) {
    Descent run = new Descent(optimizer, 0.01, start());
    for (int step = 0; step < 7; step++) {
      run.step(optimizer, gradients(step));
    }
    Descent resumed = run.saved();
    for (int step = 7; step < 15; step++) {
      run.step(optimizer, gradients(step));
    }
    Optimizer other = optimizer.withOptions(optimizer.options());
    for (int step = 7; step < 15; step++) {
      resumed.step(other, gradients(step));
    }
    Bits.same(run.numbers(), resumed.numbers(), "O5: resumed after 7 steps of 15");
  }

  /** O6: gradients of 0, tiny and huge ones leave everything finite. */
  public static void staysFinite(Optimizer optimizer) {
    Descent descent = new Descent(optimizer, 0.01, start());
    for (float scale : new float[] {0, 1e-20f, 0, 1e4f, 1}) {
      descent.step(optimizer, scaled(gradients(3), scale));
      for (double number : descent.numbers()) {
        assertTrue(
            Double.isFinite(number),
            () -> "O6: gradients of the size " + scale + " give " + number);
      }
    }
  }

  /**
   * O7: the learning rate counts: from the first step on, and after ten, another one gives other
   * weights.
   */
  public static void learningRateCounts(Optimizer optimizer) {
    Descent slow = new Descent(optimizer, 0.01, start());
    Descent fast = new Descent(optimizer, 0.02, start());
    for (int step = 0; step < 10; step++) {
      slow.step(optimizer, gradients(step));
      fast.step(optimizer, gradients(step));
      int after = step + 1;
      assertFalse(
          Arrays.equals(slow.weights(), fast.weights()),
          () ->
              "O7: the learning rates 0.01 and 0.02 give the same weights after step %d; use"
                      .formatted(after)
                  + " tile.learningRate()");
    }
  }

  /** Some more steps than radam takes until it rectifies; with small and large gradients too. */
  static double[] trace(Optimizer optimizer) {
    return DoubleStream.of(1, 1e-4, 1e4)
        .flatMap(scale -> Arrays.stream(trace(optimizer, (float) scale)))
        .toArray();
  }

  private static double[] trace(Optimizer optimizer, float scale) {
    Descent descent = new Descent(optimizer, 0.01, start());
    for (int step = 0; step < 12; step++) {
      descent.step(optimizer, scaled(gradients(step), scale));
    }
    return descent.numbers();
  }

  private static float[] start() {
    return Samples.uniform(5, 1, SIZE, -1, 1).row(0);
  }

  private static float[] gradients(int step) {
    return Samples.uniform(100 + step, 1, SIZE, -1, 1).row(0);
  }

  private static float[] scaled(float[] gradients, float scale) {
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] *= scale;
    }
    return gradients;
  }
}
