package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Adafactor: steps divided by the root of a mean of squared gradients, of which a matrix keeps a
 * number for each row and for each column only, and scaled to the size of the weights. For the
 * update number t = 1, 2, … and a matrix G of gradients
 *
 * <pre>
 * β₂ ← 1 − t^d                                      (d is beta_2_decay)
 * r ← β₂·r + (1 − β₂)·(means of the rows of G² + ε₁)
 * c ← β₂·c + (1 − β₂)·(means of the columns of G² + ε₁)
 * V ← r·cᵀ/mean(r)
 * U ← G/√V
 * w ← w − max(ε₂, rms(w))·min(α, 1/√t)·U/max(1, rms(U)/clip_threshold)
 * </pre>
 *
 * <p>where rms is the root of the mean square over the tensor. A vector keeps its mean of squares
 * element by element. So does a matrix of a single row or column, where r·cᵀ/mean(r) is the same
 * numbers. The engine has room for one number for each weight, of which a matrix uses rows +
 * columns; Adam has twice that room. A tensor of more than two dimensions counts as the matrix of
 * its last one, while Keras factors the last two.
 *
 * <p>As in Keras, whose {@code relative_step} has no effect: the cap 1/√t holds either way. PyTorch
 * does the same with α = 0.01, except that its ε₁ is the least √V instead of joining G². Sums are
 * made in {@code double}, in order. Source: Shazeer and Stern, <i>Adafactor: Adaptive Learning
 * Rates with Sublinear Memory Cost</i>, 2018.
 *
 * @param learningRate the learning rate α relative to the size of the weights, constant or by a
 *     schedule
 * @param beta2Decay exponent d of the decay of the mean of squares, at most 0
 * @param epsilon1 keeps the division finite, more than 0
 * @param epsilon2 least size of the weights that the step is scaled to, at least 0
 * @param clipThreshold largest root mean square of U, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 */
public record Adafactor(
    Schedule learningRate,
    double beta2Decay,
    double epsilon1,
    double epsilon2,
    double clipThreshold,
    double weightDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Adafactor {
    beta2Decay = Range.atMost(0).check("beta_2_decay", beta2Decay);
    epsilon1 = Range.moreThan(0).check("epsilon_1", epsilon1);
    epsilon2 = Range.atLeast(0).check("epsilon_2", epsilon2);
    clipThreshold = Range.moreThan(0).check("clip_threshold", clipThreshold);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, beta_2_decay = −0.8, epsilon_1
   * = 1e-30, epsilon_2 = 0.001, clip_threshold = 1, weight_decay = 0.
   */
  public Adafactor() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Adafactor(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Adafactor(Schedule learningRate) {
    this(learningRate, -0.8, 1e-30, 1e-3, 1, 0);
  }

  @Override
  public String name() {
    return "adafactor";
  }

  @Override
  public String description() {
    return "w ← w − learning_rate·rms(w)·g / √v, v from means of rows and of columns";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("beta_2_decay", beta2Decay)
        .withReal("epsilon_1", epsilon1)
        .withReal("epsilon_2", epsilon2)
        .withReal("clip_threshold", clipThreshold)
        .withReal("weight_decay", weightDecay);
  }

  @Override
  public Adafactor withOptions(Options complete) {
    return new Adafactor(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("beta_2_decay"),
        complete.real("epsilon_1"),
        complete.real("epsilon_2"),
        complete.real("clip_threshold"),
        complete.real("weight_decay"));
  }

  @Override
  public int slots() {
    return 1;
  }

  /** The share 1 − β₂ of the new gradient, and the cap 1/√t. */
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
    scalars[0] = StrictMath.pow(step + 1.0, beta2Decay);
    scalars[1] = 1 / Math.sqrt(step + 1.0);
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay);
    float[] w = tile.weights();
    float[] u = tile.gradients();
    int from = tile.from();
    int to = tile.to();
    double size = Math.max(epsilon2, rms(w, from, to));
    MeanSquares means = new MeanSquares(tile, tile.scalar(0), epsilon1);
    means.advance();
    means.divide();
    double excess = Math.max(1, rms(u, from, to) / clipThreshold);
    float rate = (float) (size * Math.min(tile.learningRate(), tile.scalar(1)) / excess);
    for (int i = from; i < to; i++) {
      w[i] -= rate * u[i];
    }
  }

  private static double rms(float[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) x[i] * x[i];
    }
    return Math.sqrt(sum / (to - from));
  }
}
