package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Stochastic gradient descent, w ← w − α·g, with the classical momentum on request:
 *
 * <pre>
 * v ← momentum·v − α·g
 * w ← w + v                        or, with nesterov,   w ← w + momentum·v − α·g
 * </pre>
 *
 * <p>As in Keras. PyTorch keeps v without the factor α (v ← momentum·v + g, w ← w − α·v), which is
 * the same for a constant learning rate; and its weight_decay is added to the gradient, not
 * decoupled. Sources: Polyak, 1964; Sutskever, Martens, Dahl and Hinton, <i>On the importance of
 * initialization and momentum in deep learning</i>, 2013.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param momentum how much of the velocity stays, in [0, 1); 0 keeps no velocity
 * @param nesterov whether to look ahead along the velocity
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param coupledDecay whether weight decay joins the gradient, g ← g + λ·w, as PyTorch's {@code
 *     weight_decay} does, instead of shrinking the weights apart from it
 */
public record Sgd(
    Schedule learningRate,
    double momentum,
    boolean nesterov,
    double weightDecay,
    boolean coupledDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Sgd {
    momentum = Range.atLeast(0).andLessThan(1).check("momentum", momentum);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /** Creates an optimizer whose other options have their defaults, and checks these. */
  public Sgd(Schedule learningRate, double momentum, boolean nesterov, double weightDecay) {
    this(learningRate, momentum, nesterov, weightDecay, false);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.01, momentum = 0, nesterov = false,
   * weight_decay = 0.
   */
  public Sgd() {
    this(0.01);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Sgd(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Sgd(Schedule learningRate) {
    this(learningRate, 0, false, 0);
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public String description() {
    return "w ← w − learning_rate·g; with momentum, v ← momentum·v − learning_rate·g and w ← w + v";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("momentum", momentum)
        .withFlag("nesterov", nesterov)
        .withReal("weight_decay", weightDecay)
        .withFlag("coupled_decay", coupledDecay);
  }

  @Override
  public Sgd withOptions(Options complete) {
    return new Sgd(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("momentum"),
        complete.flag("nesterov"),
        complete.real("weight_decay"),
        complete.flag("coupled_decay"));
  }

  @Override
  public int slots() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay, coupledDecay);
    if (momentum == 0) {
      plain(tile);
    } else if (nesterov) {
      nesterov(tile);
    } else {
      classical(tile);
    }
  }

  private static void plain(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float rate = (float) tile.learningRate();
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      w[i] -= rate * g[i];
    }
  }

  private void classical(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] v = tile.slot(0);
    float rate = (float) tile.learningRate();
    float mu = (float) momentum;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float velocity = mu * v[i] - rate * g[i];
      v[i] = velocity;
      w[i] += velocity;
    }
  }

  private void nesterov(ParameterTile tile) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] v = tile.slot(0);
    float rate = (float) tile.learningRate();
    float mu = (float) momentum;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float push = rate * g[i];
      float velocity = mu * v[i] - push;
      v[i] = velocity;
      w[i] += mu * velocity - push;
    }
  }
}
