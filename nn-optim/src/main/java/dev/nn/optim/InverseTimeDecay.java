package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Inverse time decay: initial/(1 + rate·step/steps); with staircase the quotient step/steps is
 * rounded down.
 *
 * <p>Keras' {@code InverseTimeDecay}, whose arguments are called {@code initial_learning_rate},
 * {@code decay_steps} and {@code decay_rate}, and have no defaults.
 *
 * @param initial rate of the first step, at least 0
 * @param steps unit of time, at least 1
 * @param rate how fast the rate falls, at least 0; with 1, to a half in the first {@code steps}
 *     steps
 * @param staircase whether the rate falls in stairs
 */
public record InverseTimeDecay(double initial, long steps, double rate, boolean staircase)
    implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public InverseTimeDecay {
    initial = Range.atLeast(0).check("initial", initial);
    steps = Range.atLeast(1).check("steps", steps);
    rate = Range.atLeast(0).check("rate", rate);
  }

  /**
   * Creates the schedule with its defaults: initial = 0.01, steps = 1000, rate = 1, staircase =
   * false.
   */
  public InverseTimeDecay() {
    this(0.01, 1000, 1, false);
  }

  @Override
  public String name() {
    return "inverse_time_decay";
  }

  @Override
  public String description() {
    return "initial / (1 + rate·step / steps)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("initial", initial)
        .withInteger("steps", steps)
        .withReal("rate", rate)
        .withFlag("staircase", staircase);
  }

  @Override
  public InverseTimeDecay withOptions(Options complete) {
    return new InverseTimeDecay(
        complete.real("initial"),
        complete.longInteger("steps"),
        complete.real("rate"),
        complete.flag("staircase"));
  }

  @Override
  public double rate(long step, double[] state) {
    double periods = (double) step / steps;
    return initial / (1 + rate * (staircase ? Math.floor(periods) : periods));
  }
}
