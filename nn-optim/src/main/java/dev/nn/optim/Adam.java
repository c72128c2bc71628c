package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Adam: steps scaled by running means of the gradient and of its square. For the update number t =
 * 1, 2, …
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * w ← w − α·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m/(√v + ε)
 * </pre>
 *
 * <p>As in Keras: ε is the paper's ε̂, added to √v before the bias correction; PyTorch adds it
 * after, which {@code epsilon_outside} does, and takes 1e-8. With amsgrad the largest v so far
 * stands in the quotient; PyTorch corrects its bias alike. Sources: Kingma and Ba, <i>Adam: A
 * Method for Stochastic Optimization</i>, 2015; Reddi, Kale and Kumar, <i>On the Convergence of
 * Adam and Beyond</i>, 2018.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param beta1 decay of the mean of the gradients, in [0, 1)
 * @param beta2 decay of the mean of their squares, in [0, 1)
 * @param epsilon keeps the division finite, more than 0
 * @param amsgrad whether to divide by the largest mean of squares so far instead of the present one
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param epsilonOutside whether ε is added after the bias correction, √(v/(1 − β₂ᵗ)) + ε, as in
 *     PyTorch
 * @param coupledDecay whether weight decay joins the gradient, g ← g + λ·w, as PyTorch's {@code
 *     weight_decay} does, instead of shrinking the weights apart from it
 */
public record Adam(
    Schedule learningRate,
    double beta1,
    double beta2,
    double epsilon,
    boolean amsgrad,
    double weightDecay,
    boolean epsilonOutside,
    boolean coupledDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Adam {
    beta1 = Range.atLeast(0).andLessThan(1).check("beta_1", beta1);
    beta2 = Range.atLeast(0).andLessThan(1).check("beta_2", beta2);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /** Creates an optimizer whose other options have their defaults, and checks these. */
  public Adam(
      Schedule learningRate,
      double beta1,
      double beta2,
      double epsilon,
      boolean amsgrad,
      double weightDecay) {
    this(learningRate, beta1, beta2, epsilon, amsgrad, weightDecay, false, false);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999,
   * epsilon = 1e-7, amsgrad = false, weight_decay = 0.
   */
  public Adam() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Adam(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Adam(Schedule learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7, false, 0);
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public String description() {
    return "w ← w − learning_rate·√(1 − beta_2^t) / (1 − beta_1^t)·m / (√v + epsilon)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("beta_1", beta1)
        .withReal("beta_2", beta2)
        .withReal("epsilon", epsilon)
        .withFlag("amsgrad", amsgrad)
        .withReal("weight_decay", weightDecay)
        .withFlag("epsilon_outside", epsilonOutside)
        .withFlag("coupled_decay", coupledDecay);
  }

  @Override
  public Adam withOptions(Options complete) {
    return new Adam(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("beta_1"),
        complete.real("beta_2"),
        complete.real("epsilon"),
        complete.flag("amsgrad"),
        complete.real("weight_decay"),
        complete.flag("epsilon_outside"),
        complete.flag("coupled_decay"));
  }

  @Override
  public int slots() {
    return amsgrad ? 3 : 2;
  }

  @Override
  public int scalars() {
    return epsilonOutside ? 2 : 1;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    scalars[0] = AdamRule.biasCorrection(step, beta1, beta2);
    if (epsilonOutside) {
      scalars[1] = AdamRule.rootOfCorrection(step, beta2);
    }
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay, coupledDecay);
    double beforeCorrection = epsilonOutside ? epsilon * tile.scalar(1) : epsilon;
    if (amsgrad) {
      AdamRule.updateAmsgrad(tile, tile.scalar(0), beta1, beta2, beforeCorrection);
    } else {
      AdamRule.update(tile, tile.scalar(0), beta1, beta2, beforeCorrection);
    }
  }
}
