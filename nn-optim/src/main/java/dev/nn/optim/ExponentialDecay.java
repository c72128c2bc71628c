package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Exponential decay: initial·rate<sup>step/steps</sup>; with staircase the exponent is rounded
 * down, so that the rate falls once in {@code steps} steps.
 *
 * <p>Keras' {@code ExponentialDecay}, whose arguments are called {@code initial_learning_rate},
 * {@code decay_steps} and {@code decay_rate}, and have no defaults. PyTorch's {@code ExponentialLR}
 * counts epochs.
 *
 * @param initial rate of the first step, at least 0
 * @param steps steps in which the rate is multiplied by {@code rate} once, at least 1
 * @param rate the factor, more than 0
 * @param staircase whether the rate falls in stairs
 */
public record ExponentialDecay(double initial, long steps, double rate, boolean staircase)
    implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public ExponentialDecay {
    initial = Range.atLeast(0).check("initial", initial);
    steps = Range.atLeast(1).check("steps", steps);
    rate = Range.moreThan(0).check("rate", rate);
  }

  /**
   * Creates the schedule with its defaults: initial = 0.01, steps = 1000, rate = 0.96, staircase =
   * false.
   */
  public ExponentialDecay() {
    this(0.01, 1000, 0.96, false);
  }

  @Override
  public String name() {
    return "exponential_decay";
  }

  @Override
  public String description() {
    return "initial·rate^(step / steps)";
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
  public ExponentialDecay withOptions(Options complete) {
    return new ExponentialDecay(
        complete.real("initial"),
        complete.longInteger("steps"),
        complete.real("rate"),
        complete.flag("staircase"));
  }

  @Override
  public double rate(long step, double[] state) {
    double periods = (double) step / steps;
    return initial * StrictMath.pow(rate, staircase ? Math.floor(periods) : periods);
  }
}
