package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Lion: every weight moves by exactly the learning rate, in the direction of a mean of gradients.
 *
 * <pre>
 * w ← w − α·sign(β₁·m + (1 − β₁)·g)
 * m ← β₂·m + (1 − β₂)·g
 * </pre>
 *
 * <p>As in Keras, where α = 0.001; the paper finds good rates 3 to 10 times smaller than AdamW's.
 * Source: Chen et al., <i>Symbolic Discovery of Optimization Algorithms</i>, 2023.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param beta1 decay of the mean in the step, in [0, 1)
 * @param beta2 decay of the mean that is kept, in [0, 1)
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 */
public record Lion(Schedule learningRate, double beta1, double beta2, double weightDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Lion {
    beta1 = Range.atLeast(0).andLessThan(1).check("beta_1", beta1);
    beta2 = Range.atLeast(0).andLessThan(1).check("beta_2", beta2);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.99,
   * weight_decay = 0.
   */
  public Lion() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Lion(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Lion(Schedule learningRate) {
    this(learningRate, 0.9, 0.99, 0);
  }

  @Override
  public String name() {
    return "lion";
  }

  @Override
  public String description() {
    return "w ← w − learning_rate·sign(beta_1·m + (1 − beta_1)·g)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("beta_1", beta1)
        .withReal("beta_2", beta2)
        .withReal("weight_decay", weightDecay);
  }

  @Override
  public Lion withOptions(Options complete) {
    return new Lion(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("beta_1"),
        complete.real("beta_2"),
        complete.real("weight_decay"));
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay);
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float rate = (float) tile.learningRate();
    float keep1 = (float) beta1;
    float new1 = (float) (1 - beta1);
    float keep2 = (float) beta2;
    float new2 = (float) (1 - beta2);
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      w[i] -= rate * Math.signum(keep1 * m[i] + new1 * g[i]);
      m[i] = keep2 * m[i] + new2 * g[i];
    }
  }
}
