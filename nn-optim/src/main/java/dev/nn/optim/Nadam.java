package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;
import java.util.Optional;

/**
 * Nadam: {@link Adam} with Nesterov's momentum. For the update number t = 1, 2, …, with uₜ = β₁(1 −
 * ½·0.96ᵗ) and their product Uₜ = u₁·…·uₜ:
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * w ← w − α·(uₜ₊₁·m/(1 − Uₜ₊₁) + (1 − uₜ)·g/(1 − Uₜ))/(√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>As in Keras; PyTorch has 0.96<sup>0.004·t</sup> in uₜ, α = 0.002 and ε = 1e-8. The product is
 * state of the run, not of a parameter. Source: Dozat, <i>Incorporating Nesterov Momentum into
 * Adam</i>, 2016.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param beta1 decay of the mean of the gradients, in [0, 1)
 * @param beta2 decay of the mean of their squares, in [0, 1)
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param coupledDecay whether weight decay joins the gradient, g ← g + λ·w, as PyTorch's {@code
 *     weight_decay} does, instead of shrinking the weights apart from it
 * @param momentumDecay the factor of t in the exponent of uₜ; 1 if it is not given, as in Keras,
 *     and 0.004 in PyTorch
 */
public record Nadam(
    Schedule learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    boolean coupledDecay,
    Optional<Double> momentumDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Nadam {
    beta1 = Range.atLeast(0).andLessThan(1).check("beta_1", beta1);
    beta2 = Range.atLeast(0).andLessThan(1).check("beta_2", beta2);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
    momentumDecay = momentumDecay.map(decay -> Range.moreThan(0).check("momentum_decay", decay));
  }

  /** Creates an optimizer whose other options have their defaults, and checks these. */
  public Nadam(
      Schedule learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
    this(learningRate, beta1, beta2, epsilon, weightDecay, false, Optional.empty());
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999,
   * epsilon = 1e-7, weight_decay = 0.
   */
  public Nadam() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Nadam(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Nadam(Schedule learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7, 0);
  }

  @Override
  public String name() {
    return "nadam";
  }

  @Override
  public String description() {
    return "adam with Nesterov momentum";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("beta_1", beta1)
        .withReal("beta_2", beta2)
        .withReal("epsilon", epsilon)
        .withReal("weight_decay", weightDecay)
        .withFlag("coupled_decay", coupledDecay)
        .withOptional("momentum_decay", OptionType.Scalar.REAL, momentumDecay);
  }

  @Override
  public Nadam withOptions(Options complete) {
    return new Nadam(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("beta_1"),
        complete.real("beta_2"),
        complete.real("epsilon"),
        complete.real("weight_decay"),
        complete.flag("coupled_decay"),
        complete.optional("momentum_decay", Double.class));
  }

  private static final double MOMENTUM_DECAY = 0.96;

  @Override
  public int slots() {
    return 2;
  }

  /** U, the weights of m and g in the step, and the correction of v. */
  @Override
  public int scalars() {
    return 4;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    double t = step + 1.0;
    double now = momentum(t);
    double next = momentum(t + 1);
    double product = (step == 0 ? 1 : scalars[0]) * now;
    scalars[0] = product;
    scalars[1] = next / (1 - product * next);
    scalars[2] = (1 - now) / (1 - product);
    scalars[3] = 1 / (1 - StrictMath.pow(beta2, t));
  }

  private double momentum(double t) {
    return beta1 * (1 - 0.5 * StrictMath.pow(MOMENTUM_DECAY, t * momentumDecay.orElse(1.0)));
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay, coupledDecay);
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float[] v = tile.slot(1);
    float rateOfMean = (float) (tile.learningRate() * tile.scalar(1));
    float rateOfGradient = (float) (tile.learningRate() * tile.scalar(2));
    float correction = (float) tile.scalar(3);
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float gradient = g[i];
      float first = m[i] + new1 * (gradient - m[i]);
      float second = v[i] + new2 * (gradient * gradient - v[i]);
      m[i] = first;
      v[i] = second;
      w[i] -=
          (rateOfMean * first + rateOfGradient * gradient)
              / ((float) Math.sqrt(second * correction) + eps);
    }
  }
}
