package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * The same learning rate at every step. In specs a bare number stands for it.
 *
 * @param value the rate, at least 0
 */
public record ConstantRate(double value) implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public ConstantRate {
    value = Range.atLeast(0).check("value", value);
  }

  /** Creates the schedule with its defaults: value = 0.01. */
  public ConstantRate() {
    this(0.01);
  }

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String description() {
    return "value";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("value", value);
  }

  @Override
  public ConstantRate withOptions(Options complete) {
    return new ConstantRate(complete.real("value"));
  }

  @Override
  public double rate(long step, double[] state) {
    return value;
  }
}
