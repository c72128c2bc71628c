package dev.nn.testkit.check;

import dev.nn.api.Optimizer;
import dev.nn.api.Optimizer.Granularity;
import dev.nn.api.Reference;
import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.bench.Descent;
import dev.nn.testkit.bench.Tile;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.opentest4j.AssertionFailedError;

/**
 * The rules O3 to O8 for optimizers, each as a separate check. O1 and O2 are in {@link
 * DescentChecks}. The checks pass in learning rates, as the engine passes in those of the schedule.
 */
public final class OptimizerChecks {
  /**
   * Lie around the tile. What is computed from the first spoils what should not depend on it, but
   * is the same NaN itself; what is computed from the second is another number.
   */
  private static final float[] CANARIES = {Float.intBitsToFloat(0x7fc0beef), 0.6875f};

  private static final int MARGIN = 9;
  private static final int SIZE = 23;

  /** Of a kernel, whose bias is the rest. */
  private static final int ROWS = 4;

  private static final int COLUMNS = 5;

  private OptimizerChecks() {}

  /** O3: {@code update} writes between {@code from} and {@code to} only, in every array. */
  public static void keepsToItsRange(Optimizer optimizer) {
    for (float canary : CANARIES) {
      keepsToItsRange(optimizer, canary);
    }
  }

  private static void keepsToItsRange(Optimizer optimizer, float canary) {
    float[] weights = guarded(Samples.uniform(1, 1, SIZE, -1, 1).row(0), canary);
    float[] gradients = guarded(Samples.uniform(2, 1, SIZE, -1, 1).row(0), canary);
    float[][] slots = new float[optimizer.slots()][];
    for (int slot = 0; slot < slots.length; slot++) {
      float[] values = new float[SIZE];
      Arrays.fill(values, optimizer.initialSlot(slot));
      slots[slot] = guarded(values, canary);
    }
    double[] scalars = new double[optimizer.scalars()];
    optimizer.prepare(0, scalars);
    double[] prepared = scalars.clone();
    optimizer.update(new Tile(weights, gradients, slots, MARGIN, MARGIN + SIZE, 0.01, 0, scalars));
    checkMargins(weights, canary, "weights");
    checkMargins(gradients, canary, "gradients");
    for (int slot = 0; slot < slots.length; slot++) {
      checkMargins(slots[slot], canary, "slot " + slot);
    }
    Bits.same(prepared, scalars, "O3: scalars are read only in update");
  }

  private static float[] guarded(float[] values, float canary) {
    float[] data = new float[SIZE + 2 * MARGIN];
    Arrays.fill(data, canary);
    System.arraycopy(values, 0, data, MARGIN, SIZE);
    return data;
  }

  private static void checkMargins(float[] data, float canary, String what) {
    for (int i = 0; i < data.length; i++) {
      boolean inside = i >= MARGIN && i < MARGIN + SIZE;
      boolean isCanary = Float.floatToRawIntBits(data[i]) == Float.floatToRawIntBits(canary);
      int at = i;
      Fail.unless(
          inside || isCanary,
          () ->
              String.format(
                  Locale.ROOT,
                  "O3: %s: %s was written outside of the tile, at from %+d",
                  what,
                  data[at],
                  at - MARGIN));
      Fail.unless(
          !inside || Float.isFinite(data[i]),
          () ->
              String.format(
                  Locale.ROOT,
                  "O3: %s: %s at from %+d: a value from outside of the tile was used",
                  what,
                  data[at],
                  at - MARGIN));
    }
  }

  /**
   * O4: an optimizer that treats each element by itself gives the same bits however parameters are
   * cut into tiles.
   */
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
      step(run, optimizer, gradients(step));
    }
    Descent resumed = run.saved();
    for (int step = 7; step < 15; step++) {
      step(run, optimizer, gradients(step));
    }
    Optimizer other = optimizer.withOptions(optimizer.options());
    for (int step = 7; step < 15; step++) {
      step(resumed, other, gradients(step));
    }
    Bits.same(run.numbers(), resumed.numbers(), "O5: resumed after 7 steps of 15");
  }

  /** O6: everything stays finite if gradients are 0, tiny or huge. */
  public static void staysFinite(Optimizer optimizer) {
    Descent descent = new Descent(optimizer, 0.01, start());
    for (float scale : new float[] {0, 1e-20f, 0, 1e4f, 1}) {
      step(descent, optimizer, scaled(gradients(3), scale));
      for (double number : descent.weightsAndSlots()) {
        Fail.unless(
            Double.isFinite(number),
            () -> "O6: gradients of the size " + scale + " give " + number);
      }
    }
  }

  /**
   * O7: the learning rate has an effect: another one gives other weights, from the first step on
   * and after ten steps.
   */
  public static void learningRateCounts(Optimizer optimizer) {
    Descent slow = new Descent(optimizer, 0.01, start());
    Descent fast = new Descent(optimizer, 0.02, start());
    for (int step = 0; step < 10; step++) {
      step(slow, optimizer, gradients(step));
      step(fast, optimizer, gradients(step));
      int after = step + 1;
      Fail.unless(
          !Arrays.equals(slow.weights(), fast.weights()),
          () ->
              "O7: the learning rates 0.01 and 0.02 give the same weights after step %s; use"
                      .formatted(after)
                  + " tile.learningRate()");
    }
  }

  /**
   * O8: {@code learningRate()} can compute: if it is a reference such as {@code
   * Schedule.constant(0.01)}, an option must hold it, so that a registry can resolve it.
   */
  public static void learningRateIsDeclared(Optimizer optimizer, PluginRegistry registry) {
    Schedule schedule = registry.resolve(optimizer).learningRate();
    if (schedule instanceof Reference reference) {
      throw new AssertionFailedError(
          "O8: learningRate() is the reference "
              + reference.spec()
              + ", which nothing resolves, because no option holds it; declare it in options() by"
              + " withPlugin(\"learning_rate\", learningRate)");
    }
    double rate = schedule.rate(0, new double[schedule.stateSize()]);
    Fail.unless(Double.isFinite(rate) && rate >= 0, () -> "O8: the first learning rate is " + rate);
  }

  /**
   * Takes some more steps than radam needs until it rectifies, also with small and large gradients.
   */
  static double[] trace(Optimizer optimizer, int turn) {
    return DoubleStream.of(1, 1e-4, 1e4)
        .flatMap(scale -> Arrays.stream(trace(optimizer, turn, (float) scale)))
        .toArray();
  }

  private static double[] trace(Optimizer optimizer, int turn, float scale) {
    Descent descent = new Descent(optimizer, 0.01, start());
    for (int step = 0; step < 12; step++) {
      step(descent, optimizer, scaled(gradients(12 * turn + step), scale));
    }
    return descent.numbers();
  }

  /** One that needs whole tensors may tell a kernel from a bias, so it gets both. */
  private static void step(Descent descent, Optimizer optimizer, float[] gradients) {
    if (optimizer.granularity() == Granularity.TENSOR) {
      descent.stepOfLayer(optimizer, gradients, ROWS, COLUMNS);
    } else {
      descent.step(optimizer, gradients);
    }
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
