package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * Adadelta: the step's unit is that of the weights, made from the steps before.
 *
 * <pre>
 * v ← ρ·v + (1 − ρ)·g²
 * d ← √(s + ε)/√(v + ε)·g
 * s ← ρ·s + (1 − ρ)·d²
 * w ← w − α·d
 * </pre>
 *
 * <p>As in Keras; the paper and PyTorch have α = 1, PyTorch ρ = 0.9 and ε = 1e-6. Source: Zeiler,
 * <i>ADADELTA: An Adaptive Learning Rate Method</i>, 2012.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param rho decay of the running means, in [0, 1)
 * @param epsilon keeps the division finite, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param coupledDecay whether weight decay joins the gradient, g ← g + λ·w, as PyTorch's {@code
 *     weight_decay} does, instead of shrinking the weights apart from it
 */
public record Adadelta(
    Schedule learningRate, double rho, double epsilon, double weightDecay, boolean coupledDecay)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Adadelta {
    rho = Range.atLeast(0).andLessThan(1).check("rho", rho);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
  }

  /** Creates an optimizer whose other options have their defaults, and checks these. */
  public Adadelta(Schedule learningRate, double rho, double epsilon, double weightDecay) {
    this(learningRate, rho, epsilon, weightDecay, false);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, rho = 0.95, epsilon = 1e-7,
   * weight_decay = 0.
   */
  public Adadelta() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Adadelta(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Adadelta(Schedule learningRate) {
    this(learningRate, 0.95, 1e-7, 0);
  }

  @Override
  public String name() {
    return "adadelta";
  }

  @Override
  public String description() {
    return "w ← w − learning_rate·d, d = g·rms(d) / rms(g), rms over a running mean";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("rho", rho)
        .withReal("epsilon", epsilon)
        .withReal("weight_decay", weightDecay)
        .withFlag("coupled_decay", coupledDecay);
  }

  @Override
  public Adadelta withOptions(Options complete) {
    return new Adadelta(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("rho"),
        complete.real("epsilon"),
        complete.real("weight_decay"),
        complete.flag("coupled_decay"));
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay, coupledDecay);
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] v = tile.slot(0);
    float[] s = tile.slot(1);
    float rate = (float) tile.learningRate();
    float keep = (float) rho;
    float fresh = (float) (1 - rho);
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float square = keep * v[i] + fresh * (g[i] * g[i]);
      float delta = (float) Math.sqrt(s[i] + eps) / (float) Math.sqrt(square + eps) * g[i];
      v[i] = square;
      s[i] = keep * s[i] + fresh * (delta * delta);
      w[i] -= rate * delta;
    }
  }
}
