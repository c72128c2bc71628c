package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * RMSprop: steps divided by the root of a running mean of the squared gradient.
 *
 * <pre>
 * v ← ρ·v + (1 − ρ)·g²
 * centered: a ← ρ·a + (1 − ρ)·g, and v − a² stands for v below
 * d ← α·g/√(v + ε)
 * w ← w − d                        or, with momentum μ,   b ← μ·b + d,  w ← w − b
 * </pre>
 *
 * <p>As in Keras. PyTorch adds ε to the root instead, which {@code epsilon_outside} does, and has ρ
 * = 0.99, ε = 1e-8, and keeps b without the factor α. Rounding cannot make v − a² negative here: it
 * is taken as at least 0. Source: Tieleman and Hinton, <i>Lecture 6.5: RMSProp</i>, Coursera, 2012;
 * centered: Graves, <i>Generating Sequences With Recurrent Neural Networks</i>, 2013.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param rho decay of the running means, in [0, 1)
 * @param momentum how much of the velocity stays, in [0, 1); 0 keeps no velocity
 * @param centered whether to divide by the standard deviation of the gradient instead of its root
 *     mean square
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param epsilonOutside whether ε is added to the root, √v + ε, as in PyTorch, instead of under it
 * @param coupledDecay whether weight decay joins the gradient, g ← g + λ·w, as PyTorch's {@code
 *     weight_decay} does, instead of shrinking the weights apart from it
 */
public record RmsProp(
    Schedule learningRate,
    double rho,
    double momentum,
    boolean centered,
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
  public RmsProp {
    rho = Range.atLeast(0).andLessThan(1).check("rho", rho);
    momentum = Range.atLeast(0).andLessThan(1).check("momentum", momentum);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /** Creates an optimizer whose other options have their defaults, and checks these. */
  public RmsProp(
      Schedule learningRate,
      double rho,
      double momentum,
      boolean centered,
      double epsilon,
      double weightDecay) {
    this(learningRate, rho, momentum, centered, epsilon, weightDecay, false, false);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, rho = 0.9, momentum = 0,
   * centered = false, epsilon = 1e-7, weight_decay = 0.
   */
  public RmsProp() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public RmsProp(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public RmsProp(Schedule learningRate) {
    this(learningRate, 0.9, 0, false, 1e-7, 0);
  }

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  public String description() {
    return "v ← rho·v + (1 − rho)·g², w ← w − learning_rate·g / √(v + epsilon)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("rho", rho)
        .withReal("momentum", momentum)
        .withFlag("centered", centered)
        .withReal("epsilon", epsilon)
        .withReal("weight_decay", weightDecay)
        .withFlag("epsilon_outside", epsilonOutside)
        .withFlag("coupled_decay", coupledDecay);
  }

  @Override
  public RmsProp withOptions(Options complete) {
    return new RmsProp(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("rho"),
        complete.real("momentum"),
        complete.flag("centered"),
        complete.real("epsilon"),
        complete.real("weight_decay"),
        complete.flag("epsilon_outside"),
        complete.flag("coupled_decay"));
  }

  /** Slot 0 is v; then come b and a, as far as they are needed. */
  @Override
  public int slots() {
    return 1 + (momentum == 0 ? 0 : 1) + (centered ? 1 : 0);
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay, coupledDecay);
    if (centered) {
      scaleByDeviation(tile);
    } else {
      scaleByRoot(tile);
    }
    if (momentum == 0) {
      descend(tile);
    } else {
      descendWithMomentum(tile);
    }
  }

  /** g ← d. */
  private void scaleByRoot(ParameterTile tile) {
    float[] g = tile.gradients();
    float[] v = tile.slot(0);
    float rate = (float) tile.learningRate();
    float keep = (float) rho;
    float fresh = (float) (1 - rho);
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float square = keep * v[i] + fresh * (g[i] * g[i]);
      v[i] = square;
      g[i] = rate * g[i] / root(square, eps);
    }
  }

  /** g ← d, centered. */
  private void scaleByDeviation(ParameterTile tile) {
    float[] g = tile.gradients();
    float[] v = tile.slot(0);
    float[] a = tile.slot(slots() - 1);
    float rate = (float) tile.learningRate();
    float keep = (float) rho;
    float fresh = (float) (1 - rho);
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float square = keep * v[i] + fresh * (g[i] * g[i]);
      float mean = keep * a[i] + fresh * g[i];
      v[i] = square;
      a[i] = mean;
      g[i] = rate * g[i] / root(Math.max(square - mean * mean, 0), eps);
    }
  }

  private float root(float square, float eps) {
    return epsilonOutside ? (float) Math.sqrt(square) + eps : (float) Math.sqrt(square + eps);
  }

  private static void descend(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      w[i] -= g[i];
    }
  }

  private void descendWithMomentum(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] b = tile.slot(1);
    float mu = (float) momentum;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float velocity = mu * b[i] + g[i];
      b[i] = velocity;
      w[i] -= velocity;
    }
  }
}
