package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Cosine decay with warm restarts: after {@code steps} steps the rate jumps up and decays again,
 * each time for t_mul times as many steps and from m_mul times the rate. In period number i, of
 * which the part p is over, the rate is initial·((1 − alpha)·m_mulⁱ·½(1 + cos πp) + alpha).
 *
 * <p>Keras' {@code CosineDecayRestarts}, whose first arguments are called {@code
 * initial_learning_rate} and {@code first_decay_steps}. Source: Loshchilov and Hutter, <i>SGDR:
 * Stochastic Gradient Descent with Warm Restarts</i>, 2017.
 *
 * @param initial rate of the first step, at least 0
 * @param steps length of the first decay, at least 1
 * @param tMul factor from one length to the next, at least 1
 * @param mMul factor from one height to the next, at least 0
 * @param alpha the last rate as a fraction of the first, from 0 to 1
 */
public record CosineDecayRestarts(
    double initial, long steps, double tMul, double mMul, double alpha) implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public CosineDecayRestarts {
    initial = Range.atLeast(0).check("initial", initial);
    steps = Range.atLeast(1).check("steps", steps);
    tMul = Range.atLeast(1).check("t_mul", tMul);
    mMul = Range.atLeast(0).check("m_mul", mMul);
    alpha = Range.between(0, 1).check("alpha", alpha);
  }

  /**
   * Creates the schedule with its defaults: initial = 0.01, steps = 1000, t_mul = 2, m_mul = 1,
   * alpha = 0.
   */
  public CosineDecayRestarts() {
    this(0.01, 1000, 2, 1, 0);
  }

  @Override
  public String name() {
    return "cosine_decay_restarts";
  }

  @Override
  public String description() {
    return "cosine_decay again and again, t_mul times longer and m_mul times as high";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("initial", initial)
        .withInteger("steps", steps)
        .withReal("t_mul", tMul)
        .withReal("m_mul", mMul)
        .withReal("alpha", alpha);
  }

  @Override
  public CosineDecayRestarts withOptions(Options complete) {
    return new CosineDecayRestarts(
        complete.real("initial"),
        complete.longInteger("steps"),
        complete.real("t_mul"),
        complete.real("m_mul"),
        complete.real("alpha"));
  }

  @Override
  public double rate(long step, double[] state) {
    double restarts = 0;
    double length = steps;
    double since = step;
    // One period at a time would take as many rounds as there were restarts: countless, if t_mul is
    // 1 or little more. So each round skips the most periods, a power of two, that are over.
    while (since >= length) {
      double periods = 1;
      double lengths = 1; // of that many periods together, in lengths of the first of them
      double growth = tMul - 1; // t_mul to the power of periods, less 1, to lose no digits near 1
      while (since >= length * (lengths * (2 + growth))) {
        periods *= 2;
        lengths *= 2 + growth;
        growth *= 2 + growth;
      }
      since -= length * lengths;
      length *= 1 + growth;
      restarts += periods;
    }
    double height = StrictMath.pow(mMul, restarts);
    return initial * ((1 - alpha) * height * Cosine.fall(since / length, 0) + alpha);
  }
}
