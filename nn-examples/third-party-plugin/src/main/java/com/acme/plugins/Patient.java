package com.acme.plugins;

import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/** Halves the rate after so many epochs in a row that brought no new best. */
@NnPlugin
public record Patient(double initial, long patience) implements Schedule {
  private static final int EPOCHS = 0;
  private static final int BEST = 1;
  private static final int WAITED = 2;
  private static final int HALVINGS = 3;

  public Patient() {
    this(0.1, 2);
  }

  public Patient {
    initial = Range.atLeast(0).check("initial", initial);
    patience = Range.atLeast(1).check("patience", patience);
  }

  @Override
  public String name() {
    return "acme.patient";
  }

  @Override
  public String description() {
    return "initial/2^k, where k counts the times that nothing got better for patience epochs";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("initial", initial).withInteger("patience", patience);
  }

  @Override
  public Patient withOptions(Options complete) {
    return new Patient(complete.real("initial"), complete.longInteger("patience"));
  }

  @Override
  public int stateSize() {
    return 4;
  }

  @Override
  public double rate(long step, double[] state) {
    return Math.scalb(initial, -(int) state[HALVINGS]);
  }

  @Override
  public void epochEnded(double monitored, double[] state) {
    if (state[EPOCHS]++ == 0 || monitored < state[BEST]) {
      state[BEST] = monitored;
      state[WAITED] = 0;
    } else if (++state[WAITED] == patience) {
      state[HALVINGS]++;
      state[WAITED] = 0;
    }
  }
}
