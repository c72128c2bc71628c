package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Adagrad: steps divided by the root of the sum of all squared gradients so far.
 *
 * <pre>
 * n ← n + g²
 * w ← w − α·g/√(n + ε)
 * </pre>
 *
 * <p>As in Keras. PyTorch adds ε = 1e-10 to the root instead ({@code epsilon_outside}), starts n at
 * 0 and has α = 0.01. Source: Duchi, Hazan and Singer, <i>Adaptive Subgradient Methods for Online
 * Learning and Stochastic Optimization</i>, 2011.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param initialAccumulatorValue what n starts from, at least 0
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param epsilonOutside whether ε is added to the root, √v + ε, as in PyTorch, instead of under it
 * @param coupledDecay whether weight decay joins the gradient, g ← g + λ·w, as PyTorch's {@code
 *     weight_decay} does, instead of shrinking the weights apart from it
 */
public record Adagrad(
    Schedule learningRate,
    double initialAccumulatorValue,
    double epsilon,
    double weightDecay,
    boolean epsilonOutside,
    boolean coupledDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Adagrad {
    initialAccumulatorValue =
        Range.atLeast(0).check("initial_accumulator_value", initialAccumulatorValue);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /** Creates an optimizer whose other options have their defaults, and checks these. */
  public Adagrad(
      Schedule learningRate, double initialAccumulatorValue, double epsilon, double weightDecay) {
    this(learningRate, initialAccumulatorValue, epsilon, weightDecay, false, false);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, initial_accumulator_value =
   * 0.1, epsilon = 1e-7, weight_decay = 0.
   */
  public Adagrad() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Adagrad(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Adagrad(Schedule learningRate) {
    this(learningRate, 0.1, 1e-7, 0);
  }

  @Override
  public String name() {
    return "adagrad";
  }

  @Override
  public String description() {
    return "n ← n + g², w ← w − learning_rate·g / √(n + epsilon)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("initial_accumulator_value", initialAccumulatorValue)
        .withReal("epsilon", epsilon)
        .withReal("weight_decay", weightDecay)
        .withFlag("epsilon_outside", epsilonOutside)
        .withFlag("coupled_decay", coupledDecay);
  }

  @Override
  public Adagrad withOptions(Options complete) {
    return new Adagrad(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("initial_accumulator_value"),
        complete.real("epsilon"),
        complete.real("weight_decay"),
        complete.flag("epsilon_outside"),
        complete.flag("coupled_decay"));
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public float initialSlot(int slot) {
    return (float) initialAccumulatorValue;
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay, coupledDecay);
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] n = tile.slot(0);
    float rate = (float) tile.learningRate();
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float sum = n[i] + g[i] * g[i];
      n[i] = sum;
      float root = epsilonOutside ? (float) Math.sqrt(sum) + eps : (float) Math.sqrt(sum + eps);
      w[i] -= rate * g[i] / root;
    }
  }
}
