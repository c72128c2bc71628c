package dev.nn.testkit.check;

import dev.nn.api.Schedule;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Fail;

/** The rules S1 to S4 for schedules, each as a check of its own. */
public final class ScheduleChecks {
  private static final int STEPS = 400;
  private static final int STEPS_AN_EPOCH = 10;

  private ScheduleChecks() {}

  /** S1: rates are finite and not negative, at any step. */
  public static void ratesAreFiniteAndNotNegative(Schedule schedule) {
    double[] state = new double[schedule.stateSize()];
    for (long step = 0; step < 2000; step++) {
      check(schedule.rate(step, state), step);
    }
    for (long step = 10_000; step <= 1_000_000_000_000L; step *= 10) {
      check(schedule.rate(step, state), step);
    }
  }

  private static void check(double rate, long step) {
    Fail.unless(
        Double.isFinite(rate) && rate >= 0, () -> "S1: the rate at step " + step + " is " + rate);
  }

  /**
   * S2: everything that is remembered is in the state, so that two runs that take turns give what
   * each gives alone.
   */
  public static void runsDoNotDisturbEachOther(Schedule schedule) {
    double[] alone = trace(schedule, 0);
    double[] one = new double[schedule.stateSize()];
    double[] other = new double[schedule.stateSize()];
    for (int step = 0; step < STEPS; step++) {
      Bits.same(
          alone[step], rate(schedule, step, one), "S2: in turn with another run, step " + step);
      rate(schedule, 3L * step + 1, other);
    }
  }

  /** S3: an equal schedule goes on from a saved state as if nothing had happened. */
  public static void resumesFromItsState(Schedule schedule) {
    double[] uninterrupted = trace(schedule, 0);
    double[] state = new double[schedule.stateSize()];
    int stop = STEPS / 2 + 3;
    for (int step = 0; step < stop; step++) {
      rate(schedule, step, state);
    }
    double[] saved = state.clone();
    for (int step = stop; step < STEPS; step++) {
      rate(schedule, step, state);
    }
    Schedule other = schedule.withOptions(schedule.options());
    for (int step = stop; step < STEPS; step++) {
      Bits.same(uninterrupted[step], rate(other, step, saved), "S3: resumed, step " + step);
    }
  }

  /** S4: a loss that is NaN or infinite leaves the rate finite and not negative. */
  public static void survivesAnyLoss(Schedule schedule) {
    double[] state = new double[schedule.stateSize()];
    double[] losses = {
      1, Double.NaN, Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, -1, Double.NaN
    };
    long step = 0;
    for (double loss : losses) {
      schedule.epochEnded(loss, state);
      double rate = schedule.rate(step++, state);
      Fail.unless(
          Double.isFinite(rate) && rate >= 0,
          () -> "S4: after an epoch with loss " + loss + " the rate is " + rate);
    }
  }

  /** From another step at each turn. */
  static double[] trace(Schedule schedule, int turn) {
    double[] state = new double[schedule.stateSize()];
    double[] rates = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      rates[step] = rate(schedule, 7L * turn + step, state);
    }
    return rates;
  }

  private static double rate(Schedule schedule, long step, double[] state) {
    double rate = schedule.rate(step, state);
    if (step % STEPS_AN_EPOCH == STEPS_AN_EPOCH - 1) {
      schedule.epochEnded(loss(step), state);
    }
    return rate;
  }

  /** Falls, stays for long, rises more and more, and falls again: schedules may react to each. */
  private static double loss(long step) {
    if (step < 200) {
      return Math.max(0.5, 2 - step / 40.0);
    }
    return step < 300 ? StrictMath.pow(1.5, (step - 200) / 10.0) : 20 - step % 100 / 5.0;
  }
}
