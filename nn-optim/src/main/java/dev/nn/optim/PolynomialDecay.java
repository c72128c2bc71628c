package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Polynomial decay: (initial − end)·(1 − step/steps)<sup>power</sup> + end, and {@code end} after
 * {@code steps} steps. With cycle it starts again instead: {@code steps} becomes its first multiple
 * that is not less than the step.
 *
 * <p>Keras' {@code PolynomialDecay}, whose arguments are called {@code initial_learning_rate},
 * {@code decay_steps} and {@code end_learning_rate}.
 *
 * @param initial rate of the first step, at least 0
 * @param steps length of the decay, at least 1
 * @param end rate after the last step, at least 0
 * @param power power of the polynomial, more than 0
 * @param cycle whether to start again after {@code steps} steps
 */
public record PolynomialDecay(double initial, long steps, double end, double power, boolean cycle)
    implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public PolynomialDecay {
    initial = Range.atLeast(0).check("initial", initial);
    steps = Range.atLeast(1).check("steps", steps);
    end = Range.atLeast(0).check("end", end);
    power = Range.moreThan(0).check("power", power);
  }

  /**
   * Creates the schedule with its defaults: initial = 0.01, steps = 1000, end = 0.0001, power = 1,
   * cycle = false.
   */
  public PolynomialDecay() {
    this(0.01, 1000, 0.0001, 1, false);
  }

  @Override
  public String name() {
    return "polynomial_decay";
  }

  @Override
  public String description() {
    return "(initial − end)·(1 − step / steps)^power + end";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("initial", initial)
        .withInteger("steps", steps)
        .withReal("end", end)
        .withReal("power", power)
        .withFlag("cycle", cycle);
  }

  @Override
  public PolynomialDecay withOptions(Options complete) {
    return new PolynomialDecay(
        complete.real("initial"),
        complete.longInteger("steps"),
        complete.real("end"),
        complete.real("power"),
        complete.flag("cycle"));
  }

  @Override
  public double rate(long step, double[] state) {
    double cycles = cycle ? Math.max(1, Math.ceil((double) step / steps)) : 1;
    double part = Math.min(1, step / (steps * cycles));
    return (initial - end) * StrictMath.pow(1 - part, power) + end;
  }
}
