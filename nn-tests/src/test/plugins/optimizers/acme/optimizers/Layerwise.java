package acme.optimizers;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;

/**
 * w ← w − α·ρ·max(‖w‖, floor)/‖g‖ · g for each whole tensor, where ρ = 1, β, β², …; after You et al., "Large Batch
 * Training of Convolutional Networks", 2017.
 */
public record Layerwise(Schedule learningRate, double floor, double beta) implements Optimizer {

  public Layerwise() {
    this(Schedule.constant(0.01), 0.1, 1);
  }

  @Override
  public String name() {
    return "acme.layerwise";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("floor", floor)
        .withReal("beta", beta);
  }

  @Override
  public Layerwise withOptions(Options complete) {
    return new Layerwise(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("floor"),
        complete.real("beta"));
  }

  @Override
  public int scalars() {
    return 1;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    scalars[0] = step == 0 ? 1 : beta * scalars[0];
  }

  @Override
  public Granularity granularity() {
    return Granularity.TENSOR;
  }

  @Override
  public void update(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    double gradientNorm = norm(g, tile.from(), tile.to());
    if (gradientNorm == 0) {
      return;
    }
    double trust = Math.max(norm(w, tile.from(), tile.to()), floor) / gradientNorm;
    float rate = (float) (tile.learningRate() * tile.scalar(0) * trust);
    for (int i = tile.from(); i < tile.to(); i++) {
      w[i] -= rate * g[i];
    }
  }

  private static double norm(float[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) x[i] * x[i];
    }
    return Math.sqrt(sum);
  }
}
