package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;
import java.util.Arrays;

/**
 * Resilient backpropagation: only the sign of the gradient counts, and each weight has a step size
 * s of its own. For full batches.
 *
 * <pre>
 * g·g₋₁ &gt; 0:  s ← min(eta_plus·s, max_step)
 * g·g₋₁ &lt; 0:  s ← max(eta_minus·s, min_step),  g ← 0
 * w ← w − s·sign(g),  g₋₁ ← g
 * </pre>
 *
 * <p>As in PyTorch, with its defaults; its {@code etas} and {@code step_sizes} are pairs. The
 * learning rate is the first step size; later rates of a schedule matter to weight_decay alone,
 * which PyTorch does not have here. Source: Riedmiller and Braun, <i>A direct adaptive method for
 * faster backpropagation learning: the RPROP algorithm</i>, 1993.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param etaMinus factor when the sign has changed, in [0, 1)
 * @param etaPlus factor while the sign stays, more than 1
 * @param minStep smallest step size, at least 0
 * @param maxStep largest step size, at least {@code minStep}
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 */
public record Rprop(
    Schedule learningRate,
    double etaMinus,
    double etaPlus,
    double minStep,
    double maxStep,
    double weightDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Rprop {
    etaMinus = Range.atLeast(0).andLessThan(1).check("eta_minus", etaMinus);
    etaPlus = Range.moreThan(1).check("eta_plus", etaPlus);
    minStep = Range.atLeast(0).check("min_step", minStep);
    maxStep = Range.atLeast(minStep).check("max_step", maxStep);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.01, eta_minus = 0.5, eta_plus = 1.2,
   * min_step = 1e-6, max_step = 50, weight_decay = 0.
   */
  public Rprop() {
    this(0.01);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Rprop(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Rprop(Schedule learningRate) {
    this(learningRate, 0.5, 1.2, 1e-6, 50, 0);
  }

  @Override
  public String name() {
    return "rprop";
  }

  @Override
  public String description() {
    return "each weight has a step size of its own, which grows while the sign of g stays";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("eta_minus", etaMinus)
        .withReal("eta_plus", etaPlus)
        .withReal("min_step", minStep)
        .withReal("max_step", maxStep)
        .withReal("weight_decay", weightDecay);
  }

  @Override
  public Rprop withOptions(Options complete) {
    return new Rprop(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("eta_minus"),
        complete.real("eta_plus"),
        complete.real("min_step"),
        complete.real("max_step"),
        complete.real("weight_decay"));
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay);
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] before = tile.slot(0);
    float[] sizes = tile.slot(1);
    int from = tile.from();
    int to = tile.to();
    if (tile.step() == 0) {
      Arrays.fill(sizes, from, to, (float) tile.learningRate());
    }
    float shrink = (float) etaMinus;
    float grow = (float) etaPlus;
    float min = (float) minStep;
    float max = (float) maxStep;
    for (int i = from; i < to; i++) {
      float agreement = g[i] * before[i];
      float factor = agreement > 0 ? grow : agreement < 0 ? shrink : 1;
      float gradient = agreement < 0 ? 0 : g[i];
      float size = Math.max(min, Math.min(max, sizes[i] * factor));
      sizes[i] = size;
      before[i] = gradient;
      w[i] -= size * Math.signum(gradient);
    }
  }
}
