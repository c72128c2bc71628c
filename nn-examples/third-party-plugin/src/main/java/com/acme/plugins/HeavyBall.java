package com.acme.plugins;

import dev.nn.api.NnPlugin;
import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/** v ← friction·v − α·g, w ← w + v: a ball that rolls down the loss. The engine keeps v. */
@NnPlugin
public record HeavyBall(Schedule learningRate, double friction) implements Optimizer {

  public HeavyBall() {
    this(Schedule.constant(0.01), 0.9);
  }

  public HeavyBall {
    friction = Range.atLeast(0).andLessThan(1).check("friction", friction);
  }

  @Override
  public String name() {
    return "acme.heavy_ball";
  }

  @Override
  public String description() {
    return "v ← friction·v − α·g, w ← w + v";
  }

  @Override
  public Options options() {
    return Options.NONE.withPlugin("learning_rate", learningRate).withReal("friction", friction);
  }

  @Override
  public HeavyBall withOptions(Options complete) {
    return new HeavyBall(
        complete.plugin("learning_rate", Schedule.class), complete.real("friction"));
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void update(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] v = tile.slot(0);
    float rate = (float) tile.learningRate();
    for (int i = tile.from(); i < tile.to(); i++) {
      v[i] = (float) friction * v[i] - rate * g[i];
      w[i] += v[i];
    }
  }
}
