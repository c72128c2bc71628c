package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Step decay: the rate is multiplied by a factor once in so many steps; PyTorch's {@code StepLR},
 * which counts epochs and calls the factor {@code gamma}.
 *
 * @param initial rate of the first step, at least 0
 * @param steps steps from one fall to the next, at least 1
 * @param rate the factor, more than 0
 */
public record StepDecay(double initial, long steps, double rate) implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public StepDecay {
    initial = Range.atLeast(0).check("initial", initial);
    steps = Range.atLeast(1).check("steps", steps);
    rate = Range.moreThan(0).check("rate", rate);
  }

  /** Creates the schedule with its defaults: initial = 0.01, steps = 1000, rate = 0.1. */
  public StepDecay() {
    this(0.01, 1000, 0.1);
  }

  @Override
  public String name() {
    return "step_decay";
  }

  @Override
  public String description() {
    return "initial·rate^floor(step / steps)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("initial", initial)
        .withInteger("steps", steps)
        .withReal("rate", rate);
  }

  @Override
  public StepDecay withOptions(Options complete) {
    return new StepDecay(
        complete.real("initial"), complete.longInteger("steps"), complete.real("rate"));
  }

  @Override
  public double rate(long step, double[] state) {
    return initial * StrictMath.pow(rate, Math.floor((double) step / steps));
  }
}
