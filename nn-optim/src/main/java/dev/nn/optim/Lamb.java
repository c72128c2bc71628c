package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * LAMB: {@link Adam} whose step is scaled, tensor by tensor, to the norm of the weights; for very
 * large batches. For the update number t = 1, 2, …
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * d ← m/(1 − β₁ᵗ)/(√(v/(1 − β₂ᵗ)) + ε)
 * w ← w − α·‖w‖/‖d‖·d              (without the quotient if a norm is 0)
 * </pre>
 *
 * <p>As in Keras: weight decay is decoupled, while the paper adds λ·w to d. The norms are summed in
 * {@code double}, in order. Source: You et al., <i>Large Batch Optimization for Deep Learning:
 * Training BERT in 76 minutes</i>, 2020.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param beta1 decay of the mean of the gradients, in [0, 1)
 * @param beta2 decay of the mean of their squares, in [0, 1)
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 */
public record Lamb(
    Schedule learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Lamb {
    beta1 = Range.atLeast(0).andLessThan(1).check("beta_1", beta1);
    beta2 = Range.atLeast(0).andLessThan(1).check("beta_2", beta2);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999,
   * epsilon = 1e-7, weight_decay = 0.
   */
  public Lamb() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Lamb(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Lamb(Schedule learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7, 0);
  }

  @Override
  public String name() {
    return "lamb";
  }

  @Override
  public String description() {
    return "adam whose step for a whole tensor is scaled by |w| / |step|";
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
  public Lamb withOptions(Options complete) {
    return new Lamb(
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

  /** The corrections of m and of v. */
  @Override
  public int scalars() {
    return 2;
  }

  @Override
  public Granularity granularity() {
    return Granularity.TENSOR;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    scalars[0] = 1 / (1 - StrictMath.pow(beta1, step + 1.0));
    scalars[1] = 1 / (1 - StrictMath.pow(beta2, step + 1.0));
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay);
    direction(tile);
    float[] w = tile.weights();
    float[] d = tile.gradients();
    int to = tile.to();
    double weightNorm = norm(w, tile.from(), to);
    double stepNorm = norm(d, tile.from(), to);
    double ratio = weightNorm > 0 && stepNorm > 0 ? weightNorm / stepNorm : 1;
    float rate = (float) (tile.learningRate() * ratio);
    for (int i = tile.from(); i < to; i++) {
      w[i] -= rate * d[i];
    }
  }

  /** g ← d. */
  private void direction(ParameterTile tile) {
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float[] v = tile.slot(1);
    float correction1 = (float) tile.scalar(0);
    float correction2 = (float) tile.scalar(1);
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
      g[i] = first * correction1 / ((float) Math.sqrt(second * correction2) + eps);
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
