package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.FloatMath;

/**
 * A rectifier that lets a part of negative inputs through: g(z) = z for z &gt; 0, else
 * negative_slope·z. At 0 the derivative is negative_slope.
 *
 * <p>The default slope 0.2 is that of Keras; PyTorch takes 0.01. Source: Maas, Hannun and Ng,
 * <i>Rectifier Nonlinearities Improve Neural Network Acoustic Models</i>, 2013.
 *
 * @param negativeSlope slope for z &lt; 0, at least 0
 */
public record LeakyRelu(double negativeSlope) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public LeakyRelu {
    negativeSlope = Range.atLeast(0).check("negative_slope", negativeSlope);
  }

  /** Creates the activation with its defaults: negative_slope = 0.2. */
  public LeakyRelu() {
    this(0.2);
  }

  @Override
  public String name() {
    return "leaky_relu";
  }

  @Override
  public String description() {
    return "z if z > 0, else negative_slope·z";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("negative_slope", negativeSlope);
  }

  @Override
  public LeakyRelu withOptions(Options complete) {
    return new LeakyRelu(complete.real("negative_slope"));
  }

  @Override
  public float value(float z) {
    return Math.max(z, 0) + (float) negativeSlope * Math.min(z, 0);
  }

  @Override
  public float derivative(float z, float a) {
    float isPositive = FloatMath.step(z);
    return isPositive + (float) negativeSlope * (1 - isPositive);
  }
}
