package dev.nn.core.internal.engine;

import dev.nn.api.NnException;
import dev.nn.api.Optimizer;
import dev.nn.api.Schedule;
import dev.nn.core.internal.architecture.PluginFailure;
import java.util.Arrays;

/** The state that an optimizer and its schedule asked for. */
final class OptimizerState {
  private final Optimizer optimizer;
  private final float[][] slots;
  private final double[] scalars;
  private final double[] schedule;

  /** The state before the first step. */
  OptimizerState(Optimizer optimizer, int parameterCount) {
    this.optimizer = optimizer;
    try {
      this.slots = new float[optimizer.slots()][parameterCount];
      for (int i = 0; i < slots.length; i++) {
        Arrays.fill(slots[i], optimizer.initialSlot(i));
      }
      this.scalars = new double[optimizer.scalars()];
      this.schedule = new double[optimizer.learningRate().stateSize()];
    } catch (Throwable e) {
      throw PluginFailure.of(optimizer, "what it says of its state", e);
    }
  }

  /** Floats for each parameter, with the index of the parameters. */
  float[] slot(int slot) {
    return slots[slot];
  }

  /** All slots. */
  float[][] slots() {
    return slots;
  }

  /** The numbers for the whole run. */
  double[] scalars() {
    return scalars;
  }

  /** The numbers of the learning rate's schedule. */
  double[] schedule() {
    return schedule;
  }

  /**
   * The learning rate of the next step, which may not be finite.
   *
   * @param steps updates done
   */
  double nextRate(long steps) {
    Schedule rates = optimizer.learningRate();
    try {
      return rates.rate(steps, schedule);
    } catch (Throwable e) {
      throw PluginFailure.of(rates, "rate", e);
    }
  }

  /** Lets the optimizer advance its numbers before the updates of a step. */
  void prepare(long steps) {
    try {
      optimizer.prepare(steps, scalars);
    } catch (Throwable e) {
      throw PluginFailure.of(optimizer, "prepare", e);
    }
  }

  /** Tells the schedule that an epoch is over. */
  void epochEnded(double monitored) {
    Schedule rates = optimizer.learningRate();
    try {
      rates.epochEnded(monitored, schedule);
    } catch (Throwable e) {
      throw PluginFailure.of(rates, "epochEnded", e);
    }
  }

  /** A copy of everything. */
  EngineState copy(long steps) {
    float[][] copies = new float[slots.length][];
    for (int i = 0; i < slots.length; i++) {
      copies[i] = slots[i].clone();
    }
    return new EngineState(steps, copies, scalars.clone(), schedule.clone());
  }

  /** Takes the values of a copy, which must be of the same optimizer and network. */
  void restore(EngineState state) {
    if (state.slots().length != slots.length
        || state.scalars().length != scalars.length
        || state.schedule().length != schedule.length) {
      throw new NnException(
          "the state has %s slots, %s scalars and %s numbers of the schedule, the optimizer has %s, %s and %s"
              .formatted(
                  state.slots().length,
                  state.scalars().length,
                  state.schedule().length,
                  slots.length,
                  scalars.length,
                  schedule.length));
    }
    for (int i = 0; i < slots.length; i++) {
      System.arraycopy(state.slots()[i], 0, slots[i], 0, slots[i].length);
    }
    System.arraycopy(state.scalars(), 0, scalars, 0, scalars.length);
    System.arraycopy(state.schedule(), 0, schedule, 0, schedule.length);
  }
}
