package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Adamax: {@link Adam} with the largest gradient of late in place of the root of the mean square.
 * For the update number t = 1, 2, …
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * u ← max(β₂·u, |g|)
 * w ← w − α/(1 − β₁ᵗ)·m/(u + ε)
 * </pre>
 *
 * <p>As in Keras; PyTorch takes max(β₂·u, |g| + ε) instead, and α = 0.002. Source: Kingma and Ba,
 * <i>Adam: A Method for Stochastic Optimization</i>, 2015, section 7.1.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param beta1 decay of the mean of the gradients, in [0, 1)
 * @param beta2 decay of the largest gradient, in [0, 1)
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param epsilonInside whether ε stands within the maximum, max(β₂·u, |g| + ε), as in PyTorch
 * @param coupledDecay whether weight decay joins the gradient, g ← g + λ·w, as PyTorch's {@code
 *     weight_decay} does, instead of shrinking the weights apart from it
 */
public record Adamax(
    Schedule learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    boolean epsilonInside,
    boolean coupledDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Adamax {
    beta1 = Range.atLeast(0).andLessThan(1).check("beta_1", beta1);
    beta2 = Range.atLeast(0).andLessThan(1).check("beta_2", beta2);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /** Creates an optimizer whose other options have their defaults, and checks these. */
  public Adamax(
      Schedule learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
    this(learningRate, beta1, beta2, epsilon, weightDecay, false, false);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999,
   * epsilon = 1e-7, weight_decay = 0.
   */
  public Adamax() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Adamax(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Adamax(Schedule learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7, 0);
  }

  @Override
  public String name() {
    return "adamax";
  }

  @Override
  public String description() {
    return "w ← w − learning_rate / (1 − beta_1^t)·m / (u + epsilon), u ← max(beta_2·u, |g|)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("beta_1", beta1)
        .withReal("beta_2", beta2)
        .withReal("epsilon", epsilon)
        .withReal("weight_decay", weightDecay)
        .withFlag("epsilon_inside", epsilonInside)
        .withFlag("coupled_decay", coupledDecay);
  }

  @Override
  public Adamax withOptions(Options complete) {
    return new Adamax(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("beta_1"),
        complete.real("beta_2"),
        complete.real("epsilon"),
        complete.real("weight_decay"),
        complete.flag("epsilon_inside"),
        complete.flag("coupled_decay"));
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public int scalars() {
    return 1;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    scalars[0] = 1 / (1 - StrictMath.pow(beta1, step + 1.0));
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay, coupledDecay);
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float[] u = tile.slot(1);
    float rate = (float) (tile.learningRate() * tile.scalar(0));
    float fresh = (float) (1 - beta1);
    float keep = (float) beta2;
    float inside = epsilonInside ? (float) epsilon : 0;
    float outside = epsilonInside ? 0 : (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float first = m[i] + fresh * (g[i] - m[i]);
      float norm = Math.max(keep * u[i], Math.abs(g[i]) + inside);
      m[i] = first;
      u[i] = norm;
      w[i] -= rate * first / (norm + outside);
    }
  }
}
