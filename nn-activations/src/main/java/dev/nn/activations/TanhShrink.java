package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * Shrinkage by the hyperbolic tangent: g(z) = z − tanh z, with derivative tanh² z; PyTorch's {@code
 * Tanhshrink}.
 *
 * <p>Near 0 the difference would cancel: tanh z = z − z³/3 + 2z⁵/15 − 17z⁷/315 + …, so hardly a
 * digit of it is left. Hence z³·p(z²) for |z| &lt; 1, with p fitted to 1/3 − 2u/15 + 17u²/315 − …
 * within 5.4e-9 of itself, and |z| − 1 + 2/(e<sup>2|z|</sup> + 1) with the sign of z beyond, where
 * |z| − 1 is exact. The value is odd, never falls, and lies within 1 unit in the last place of the
 * exact one for every float.
 */
public record TanhShrink() implements ElementwiseActivation {
  @Override
  public String name() {
    return "tanh_shrink";
  }

  @Override
  public String description() {
    return "z − tanh(z)";
  }

  @Override
  public float value(float z) {
    double x = Math.abs(z);
    double g = x < 1 ? near(x) : x - 1 + 2 / (FloatMath.exp(2 * Math.abs(z)) + 1.0);
    return Math.copySign((float) g, z);
  }

  /** A minimax fit on [0, 1]; {@code src/test/scripts/fit_tanh_shrink.py} made the coefficients. */
  private static double near(double x) {
    double square = x * x;
    double p = -0.0001428239403;
    p = p * square + 0.0009236092061;
    p = p * square - 0.003206953578;
    p = p * square + 0.00869795099;
    p = p * square - 0.02182958547;
    p = p * square + 0.05396342095;
    p = p * square - 0.133333107;
    p = p * square + 0.3333333316;
    return x * square * p;
  }

  @Override
  public float derivative(float z, float a) {
    float tanh = FloatMath.tanh(z);
    return tanh * tanh;
  }
}
