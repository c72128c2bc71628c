package dev.nn.core.internal.engine;

/** A copy of everything that a training engine knows between two steps besides the parameters. */
public final class EngineState {
  private final long steps;
  private final float[][] slots;
  private final double[] scalars;
  private final double[] schedule;

  /**
   * Takes the arrays over.
   *
   * @param steps updates done
   * @param slots the optimizer's floats, by slot and then with the index of the parameters
   * @param scalars the optimizer's numbers
   * @param schedule the numbers of the learning rate's schedule
   */
  public EngineState(long steps, float[][] slots, double[] scalars, double[] schedule) {
    this.steps = steps;
    this.slots = slots;
    this.scalars = scalars;
    this.schedule = schedule;
  }

  /** Updates done. */
  public long steps() {
    return steps;
  }

  /** The optimizer's floats, by slot and then with the index of the parameters. */
  public float[][] slots() {
    return slots;
  }

  /** The optimizer's numbers. */
  public double[] scalars() {
    return scalars;
  }

  /** The numbers of the learning rate's schedule. */
  public double[] schedule() {
    return schedule;
  }
}
