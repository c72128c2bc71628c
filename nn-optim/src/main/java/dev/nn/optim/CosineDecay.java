package dev.nn.optim;

import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;
import java.util.Optional;

/**
 * Half a cosine from the initial rate down to alpha times that in {@code steps} steps. With a
 * warmup_target the rate first goes in a straight line from {@code initial} to that target in
 * warmup_steps steps, and decays from there.
 *
 * <p>Keras' {@code CosineDecay}, whose first arguments are called {@code initial_learning_rate} and
 * {@code decay_steps}. Sources: Loshchilov and Hutter, <i>SGDR: Stochastic Gradient Descent with
 * Warm Restarts</i>, 2017; warm-up: Goyal et al., <i>Accurate, Large Minibatch SGD</i>, 2017.
 *
 * @param initial rate of the first step, at least 0
 * @param steps length of the decay, without the warm-up, at least 1
 * @param alpha the last rate as a fraction of the first, from 0 to 1
 * @param warmupTarget rate after the warm-up, at least 0; empty for no warm-up
 * @param warmupSteps length of the warm-up, at least 0
 */
public record CosineDecay(
    double initial, long steps, double alpha, Optional<Double> warmupTarget, long warmupSteps)
    implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public CosineDecay {
    initial = Range.atLeast(0).check("initial", initial);
    steps = Range.atLeast(1).check("steps", steps);
    alpha = Range.between(0, 1).check("alpha", alpha);
    warmupTarget = warmupTarget.map(rate -> Range.atLeast(0).check("warmup_target", rate));
    warmupSteps = Range.atLeast(0).check("warmup_steps", warmupSteps);
    if (warmupSteps > 0 && warmupTarget.isEmpty()) {
      throw new IllegalArgumentException(
          "warmup_steps = " + warmupSteps + " needs a warmup_target, the rate that it leads to");
    }
  }

  /**
   * Creates the schedule with its defaults: initial = 0.01, steps = 1000, alpha = 0, warmup_target
   * = none, warmup_steps = 0.
   */
  public CosineDecay() {
    this(0.01, 1000, 0, Optional.empty(), 0);
  }

  @Override
  public String name() {
    return "cosine_decay";
  }

  @Override
  public String description() {
    return "initial·((1 − alpha)·(1 + cos(π·step / steps)) / 2 + alpha), after a warm-up";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("initial", initial)
        .withInteger("steps", steps)
        .withReal("alpha", alpha)
        .withOptional("warmup_target", OptionType.Scalar.REAL, warmupTarget)
        .withInteger("warmup_steps", warmupSteps);
  }

  @Override
  public CosineDecay withOptions(Options complete) {
    return new CosineDecay(
        complete.real("initial"),
        complete.longInteger("steps"),
        complete.real("alpha"),
        complete.optional("warmup_target", Double.class),
        complete.longInteger("warmup_steps"));
  }

  @Override
  public double rate(long step, double[] state) {
    if (step < warmupSteps) {
      return initial + (warmupTarget.orElseThrow() - initial) * step / warmupSteps;
    }
    double part = Math.min(1, (double) (step - warmupSteps) / steps);
    return warmupTarget.orElse(initial) * Cosine.fall(part, alpha);
  }
}
