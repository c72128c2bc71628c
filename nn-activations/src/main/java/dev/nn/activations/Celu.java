package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.FloatMath;

/**
 * The continuously differentiable exponential linear unit: g(z) = z for z &gt; 0, else
 * α(e<sup>z/α</sup> − 1). Unlike {@code elu} it has no kink for any α.
 *
 * <p>Source: Barron, <i>Continuously Differentiable Exponential Linear Units</i>, 2017.
 *
 * @param alpha the function tends to −alpha for z → −∞; more than 0
 */
public record Celu(double alpha) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Celu {
    alpha = Range.moreThan(0).check("alpha", alpha);
  }

  /** Creates the activation with its defaults: alpha = 1. */
  public Celu() {
    this(1);
  }

  @Override
  public String name() {
    return "celu";
  }

  @Override
  public String description() {
    return "max(z, 0) + min(0, alpha·(e^(z / alpha) − 1))";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("alpha", alpha);
  }

  @Override
  public Celu withOptions(Options complete) {
    return new Celu(complete.real("alpha"));
  }

  @Override
  public float value(float z) {
    return z > 0 ? z : (float) alpha * FloatMath.expm1(z / (float) alpha);
  }

  @Override
  public float derivative(float z, float a) {
    return z > 0 ? 1 : a / (float) alpha + 1;
  }
}
