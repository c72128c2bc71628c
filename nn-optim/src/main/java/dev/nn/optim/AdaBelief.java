package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * AdaBelief: {@link Adam} whose second moment is the gradient's deviation from its running mean, so
 * that steps are large where gradients are as expected. For the update number t = 1, 2, …
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * s ← β₂·s + (1 − β₂)·(g − m)² + ε
 * w ← w − α/(1 − β₁ᵗ)·m/(√(s/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>As in the paper; the default ε = 1e-16 is that of the authors' program and of Optax. Source:
 * Zhuang et al., <i>AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed
 * Gradients</i>, 2020.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param beta1 decay of the mean of the gradients, in [0, 1)
 * @param beta2 decay of the mean of their squared deviations, in [0, 1)
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 */
public record AdaBelief(
    Schedule learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public AdaBelief {
    beta1 = Range.atLeast(0).andLessThan(1).check("beta_1", beta1);
    beta2 = Range.atLeast(0).andLessThan(1).check("beta_2", beta2);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999,
   * epsilon = 1e-16, weight_decay = 0.
   */
  public AdaBelief() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public AdaBelief(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public AdaBelief(Schedule learningRate) {
    this(learningRate, 0.9, 0.999, 1e-16, 0);
  }

  @Override
  public String name() {
    return "adabelief";
  }

  @Override
  public String description() {
    return "adam that divides by the deviation of the gradient from its running mean";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("beta_1", beta1)
        .withReal("beta_2", beta2)
        .withReal("epsilon", epsilon)
        .withReal("weight_decay", weightDecay);
  }

  @Override
  public AdaBelief withOptions(Options complete) {
    return new AdaBelief(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("beta_1"),
        complete.real("beta_2"),
        complete.real("epsilon"),
        complete.real("weight_decay"));
  }

  @Override
  public int slots() {
    return 2;
  }

  /** The corrections of m and of s. */
  @Override
  public int scalars() {
    return 2;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    scalars[0] = 1 / (1 - StrictMath.pow(beta1, step + 1.0));
    scalars[1] = 1 / (1 - StrictMath.pow(beta2, step + 1.0));
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay);
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float[] s = tile.slot(1);
    float rate = (float) (tile.learningRate() * tile.scalar(0));
    float correction = (float) tile.scalar(1);
    float new1 = (float) (1 - beta1);
    float keep2 = (float) beta2;
    float new2 = (float) (1 - beta2);
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float first = m[i] + new1 * (g[i] - m[i]);
      float surprise = g[i] - first;
      float second = keep2 * s[i] + new2 * (surprise * surprise) + eps;
      m[i] = first;
      s[i] = second;
      w[i] -= rate * first / ((float) Math.sqrt(second * correction) + eps);
    }
  }
}
