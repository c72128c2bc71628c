package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * Mish: g(z) = z·tanh(log(1 + e<sup>z</sup>)).
 *
 * <p>With e = e<sup>z</sup> the hyperbolic tangent is n/(n + 2) for n = e(e + 2), which takes one
 * exponential, and no cancellation for z → −∞. Source: Misra, <i>Mish: A Self Regularized
 * Non-Monotonic Activation Function</i>, 2019.
 */
public record Mish() implements ElementwiseActivation {
  /** From here on g(z) = z in float; the bound keeps powers of e<sup>z</sup> finite. */
  private static final float BOUND = 20;

  @Override
  public String name() {
    return "mish";
  }

  @Override
  public String description() {
    return "z·tanh(log(1 + e^z))";
  }

  @Override
  public float value(float z) {
    float e = FloatMath.exp(Math.min(z, BOUND));
    float n = e * (e + 2);
    return z * (n / (n + 2));
  }

  @Override
  public float derivative(float z, float a) {
    float e = FloatMath.exp(Math.min(z, BOUND));
    float n = e * (e + 2);
    return n / (n + 2) + z * (4 * e * (1 + e) / ((n + 2) * (n + 2)));
  }
}
