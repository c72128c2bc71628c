package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;

/**
 * FTRL-proximal (follow the regularized leader), for sparse linear models: with an L1 penalty it
 * gives weights that are exactly 0. With p = −learning_rate_power:
 *
 * <pre>
 * h ← g + 2·l2_shrinkage·w
 * z ← z + h − ((n + g²)ᵖ − nᵖ)/α·w
 * n ← n + g²
 * w ← (clip(z, −l1, l1) − z)/((nᵖ + beta)/α + 2·l2)
 * </pre>
 *
 * <p>As in Keras, but without weight_decay: each step computes w anew from z and n, so what a decay
 * took off before it would return, and l2 and l2_shrinkage are the algorithm's own decay. Source:
 * McMahan et al., <i>Ad Click Prediction: a View from the Trenches</i>, 2013.
 *
 * <p>The steps shrink by themselves, as n grows, and the paper's α never changes: give a constant
 * learning rate. z keeps what was divided by earlier rates, so a schedule scales the weights
 * themselves: without penalties and beta, a step in which the rate goes from α′ to α also
 * multiplies w by 1 − (1 − α/α′)(n/(n + g²))ᵖ, nearly α/α′ where n is large beside g². A step with
 * the rate 0, for which the formula has no value, changes nothing, though for rates that go towards
 * 0 the new weight goes towards w·(1 − (n/(n + g²))ᵖ). Rates below 1e-20 count as 1e-20, as z could
 * not hold what is divided by them.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param learningRatePower how the steps shrink with n; at most 0, and 0 for steps that do not
 * @param initialAccumulatorValue what n starts from, at least 0
 * @param l1RegularizationStrength L1 penalty, at least 0
 * @param l2RegularizationStrength L2 penalty that steadies the leader, at least 0
 * @param l2ShrinkageRegularizationStrength L2 penalty of the loss, at least 0
 * @param beta the β of the paper, at least 0
 */
public record Ftrl(
    Schedule learningRate,
    double learningRatePower,
    double initialAccumulatorValue,
    double l1RegularizationStrength,
    double l2RegularizationStrength,
    double l2ShrinkageRegularizationStrength,
    double beta)
    implements Optimizer {
  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Ftrl {
    learningRatePower = Range.atMost(0).check("learning_rate_power", learningRatePower);
    initialAccumulatorValue =
        Range.atLeast(0).check("initial_accumulator_value", initialAccumulatorValue);
    l1RegularizationStrength =
        Range.atLeast(0).check("l1_regularization_strength", l1RegularizationStrength);
    l2RegularizationStrength =
        Range.atLeast(0).check("l2_regularization_strength", l2RegularizationStrength);
    l2ShrinkageRegularizationStrength =
        Range.atLeast(0)
            .check("l2_shrinkage_regularization_strength", l2ShrinkageRegularizationStrength);
    beta = Range.atLeast(0).check("beta", beta);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, learning_rate_power = -0.5,
   * initial_accumulator_value = 0.1, l1_regularization_strength = 0, l2_regularization_strength =
   * 0, l2_shrinkage_regularization_strength = 0, beta = 0.
   */
  public Ftrl() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Ftrl(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Ftrl(Schedule learningRate) {
    this(learningRate, -0.5, 0.1, 0, 0, 0, 0);
  }

  @Override
  public String name() {
    return "ftrl";
  }

  @Override
  public String description() {
    return "follow the regularized leader, with l1 and l2 penalties";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("learning_rate_power", learningRatePower)
        .withReal("initial_accumulator_value", initialAccumulatorValue)
        .withReal("l1_regularization_strength", l1RegularizationStrength)
        .withReal("l2_regularization_strength", l2RegularizationStrength)
        .withReal("l2_shrinkage_regularization_strength", l2ShrinkageRegularizationStrength)
        .withReal("beta", beta);
  }

  @Override
  public Ftrl withOptions(Options complete) {
    return new Ftrl(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("learning_rate_power"),
        complete.real("initial_accumulator_value"),
        complete.real("l1_regularization_strength"),
        complete.real("l2_regularization_strength"),
        complete.real("l2_shrinkage_regularization_strength"),
        complete.real("beta"));
  }

  private static final double ROOT = 0.5;
  private static final double SMALLEST_RATE = 1e-20;

  @Override
  public int slots() {
    return 2;
  }

  /** Slot 0 is n, slot 1 is z. */
  @Override
  public float initialSlot(int slot) {
    return slot == 0 ? (float) initialAccumulatorValue : 0;
  }

  @Override
  public void update(ParameterTile tile) {
    if (tile.learningRate() == 0) {
      return;
    }
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] n = tile.slot(0);
    float[] z = tile.slot(1);
    double power = -learningRatePower;
    double rate = Math.max(tile.learningRate(), SMALLEST_RATE);
    float inverseRate = (float) (1 / rate);
    float shrinkage = (float) (2 * l2ShrinkageRegularizationStrength);
    float l1 = (float) l1RegularizationStrength;
    float fixed = (float) (beta / rate + 2 * l2RegularizationStrength);
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float sum = n[i] + g[i] * g[i];
      float scale = power(sum, power);
      float sigma = (scale - power(n[i], power)) * inverseRate;
      float leader = z[i] + (g[i] + shrinkage * w[i] - sigma * w[i]);
      n[i] = sum;
      z[i] = leader;
      float divisor = scale * inverseRate + fixed;
      // With nothing accumulated yet, a gradient of 0 leaves the weight where it is.
      w[i] = divisor == 0 ? w[i] : (Math.max(-l1, Math.min(l1, leader)) - leader) / divisor;
    }
  }

  private static float power(float n, double power) {
    return (float) (power == ROOT ? Math.sqrt(n) : StrictMath.pow(n, power));
  }
}
