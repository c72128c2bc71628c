package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * RAdam: {@link Adam} that does not divide by √v until v rests on enough gradients, and then
 * carefully. For the update number t = 1, 2, …
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * ρ∞ = 2/(1 − β₂) − 1,   ρ = ρ∞ − 2t·β₂ᵗ/(1 − β₂ᵗ)
 * ρ ≤ 5:  w ← w − α/(1 − β₁ᵗ)·m
 * ρ &gt; 5:  w ← w − α·r·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε),
 *         r = √((ρ − 4)(ρ − 2)ρ∞/((ρ∞ − 4)(ρ∞ − 2)ρ))
 * </pre>
 *
 * <p>As in PyTorch, with its defaults; only weight_decay is decoupled here. Source: Liu et al.,
 * <i>On the Variance of the Adaptive Learning Rate and Beyond</i>, 2020.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param beta1 decay of the mean of the gradients, in [0, 1)
 * @param beta2 decay of the mean of their squares, in [0, 1)
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 */
public record RAdam(
    Schedule learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public RAdam {
    beta1 = Range.atLeast(0).andLessThan(1).check("beta_1", beta1);
    beta2 = Range.atLeast(0).andLessThan(1).check("beta_2", beta2);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999,
   * epsilon = 1e-8, weight_decay = 0.
   */
  public RAdam() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public RAdam(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public RAdam(Schedule learningRate) {
    this(learningRate, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  public String name() {
    return "radam";
  }

  @Override
  public String description() {
    return "adam whose steps are rectified while the mean of squares is young";
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
  public RAdam withOptions(Options complete) {
    return new RAdam(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("beta_1"),
        complete.real("beta_2"),
        complete.real("epsilon"),
        complete.real("weight_decay"));
  }

  /** From this many gradients on the variance of the step is finite. */
  private static final double ENOUGH = 5;

  @Override
  public int slots() {
    return 2;
  }

  /** The factor of the learning rate, and whether it is to be divided by √v + ε. */
  @Override
  public int scalars() {
    return 2;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    double t = step + 1.0;
    double power2 = StrictMath.pow(beta2, t);
    double most = 2 / (1 - beta2) - 1;
    double length = most - 2 * t * power2 / (1 - power2);
    double correction = 1 / (1 - StrictMath.pow(beta1, t));
    if (length > ENOUGH) {
      double rectifier =
          Math.sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
      scalars[0] = rectifier * Math.sqrt(1 - power2) * correction;
      scalars[1] = 1;
    } else {
      scalars[0] = correction;
      scalars[1] = 0;
    }
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay);
    if (tile.scalar(1) == 0) {
      unscaled(tile);
    } else {
      AdamRule.update(tile, tile.scalar(0), beta1, beta2, epsilon);
    }
  }

  private void unscaled(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float[] v = tile.slot(1);
    float rate = (float) (tile.learningRate() * tile.scalar(0));
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float gradient = g[i];
      float first = m[i] + new1 * (gradient - m[i]);
      m[i] = first;
      v[i] += new2 * (gradient * gradient - v[i]);
      w[i] -= rate * first;
    }
  }
}
