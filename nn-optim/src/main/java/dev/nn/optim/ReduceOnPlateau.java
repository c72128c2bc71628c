package dev.nn.optim;

import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Reduces the rate when the monitored loss stops falling: an epoch that is not better than the best
 * one by more than min_delta is waited through; after {@code patience} such epochs the rate is
 * multiplied by {@code factor}, and for {@code cooldown} epochs none is counted.
 *
 * <p>Keras' {@code ReduceLROnPlateau}, whose {@code min} is called {@code min_lr}. PyTorch's waits
 * one epoch longer and takes the threshold as a fraction of the best loss.
 *
 * @param initial rate of the first step, at least 0
 * @param factor what the rate is multiplied by, more than 0 and less than 1
 * @param patience epochs to wait, at least 1
 * @param minDelta how much less a better loss has to be, at least 0
 * @param cooldown epochs after a reduction that are not counted, at least 0
 * @param min the lowest rate, at least 0
 */
public record ReduceOnPlateau(
    double initial, double factor, long patience, double minDelta, long cooldown, double min)
    implements Schedule {
  /**
   * Creates a schedule and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public ReduceOnPlateau {
    initial = Range.atLeast(0).check("initial", initial);
    factor = Range.moreThan(0).andLessThan(1).check("factor", factor);
    patience = Range.atLeast(1).check("patience", patience);
    minDelta = Range.atLeast(0).check("min_delta", minDelta);
    cooldown = Range.atLeast(0).check("cooldown", cooldown);
    min = Range.atLeast(0).check("min", min);
  }

  /**
   * Creates the schedule with its defaults: initial = 0.01, factor = 0.1, patience = 10, min_delta
   * = 0.0001, cooldown = 0, min = 0.
   */
  public ReduceOnPlateau() {
    this(0.01, 0.1, 10, 0.0001, 0, 0);
  }

  @Override
  public String name() {
    return "reduce_on_plateau";
  }

  @Override
  public String description() {
    return "initial·factor^(number of plateaus), at least min";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("initial", initial)
        .withReal("factor", factor)
        .withInteger("patience", patience)
        .withReal("min_delta", minDelta)
        .withInteger("cooldown", cooldown)
        .withReal("min", min);
  }

  @Override
  public ReduceOnPlateau withOptions(Options complete) {
    return new ReduceOnPlateau(
        complete.real("initial"),
        complete.real("factor"),
        complete.longInteger("patience"),
        complete.real("min_delta"),
        complete.longInteger("cooldown"),
        complete.real("min"));
  }

  /**
   * The state: whether there was an epoch, its best loss, epochs waited, cooldown left, reductions.
   */
  private static final int SEEN = 0;

  private static final int BEST = 1;
  private static final int WAITED = 2;
  private static final int COOLDOWN = 3;
  private static final int REDUCTIONS = 4;

  @Override
  public int stateSize() {
    return 5;
  }

  @Override
  public double rate(long step, double[] state) {
    return Math.max(Math.min(min, initial), initial * StrictMath.pow(factor, state[REDUCTIONS]));
  }

  @Override
  public void epochEnded(double monitored, double[] state) {
    if (state[COOLDOWN] > 0) {
      state[COOLDOWN]--;
      state[WAITED] = 0;
    }
    double best = state[SEEN] == 0 ? Double.POSITIVE_INFINITY : state[BEST];
    if (monitored < best - minDelta) {
      state[SEEN] = 1;
      state[BEST] = monitored;
      state[WAITED] = 0;
    } else if (state[COOLDOWN] == 0) {
      state[WAITED]++;
      if (state[WAITED] >= patience && rate(0, state) > min) {
        state[REDUCTIONS]++;
        state[COOLDOWN] = cooldown;
        state[WAITED] = 0;
      }
    }
  }
}
