package acme.optimizers;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;

/** G ← G + g², w ← w − α·g/√G, where G is {@code start} at first; Duchi et al., 2011. */
public record Accumulating(Schedule learningRate, double start) implements Optimizer {

  public Accumulating() {
    this(Schedule.constant(0.01), 0.1);
  }

  @Override
  public String name() {
    return "acme.accumulating";
  }

  @Override
  public Options options() {
    return Options.NONE.withPlugin("learning_rate", learningRate).withReal("start", start);
  }

  @Override
  public Accumulating withOptions(Options complete) {
    return new Accumulating(
        complete.plugin("learning_rate", Schedule.class), complete.real("start"));
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public float initialSlot(int slot) {
    return (float) start;
  }

  @Override
  public void update(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] sum = tile.slot(0);
    float rate = (float) tile.learningRate();
    for (int i = tile.from(); i < tile.to(); i++) {
      sum[i] += g[i] * g[i];
      w[i] -= rate * g[i] / (float) Math.sqrt(sum[i]);
    }
  }
}
