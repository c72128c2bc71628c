package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * The scaled exponential linear unit: g(z) = s·z for z &gt; 0, else s·α(e<sup>z</sup> − 1), with s
 * = 1.0507009873554805 and α = 1.6732632423543772. Mean 0 and variance 1 are a fixed point of a
 * layer with this activation and {@code lecun_normal} weights.
 *
 * <p>Source: Klambauer, Unterthiner, Mayr and Hochreiter, <i>Self-Normalizing Neural Networks</i>,
 * 2017.
 */
public record Selu() implements ElementwiseActivation {
  private static final float SCALE = 1.050701f;
  private static final float SCALE_ALPHA = (float) (1.0507009873554805 * 1.6732632423543772);

  @Override
  public String name() {
    return "selu";
  }

  @Override
  public String description() {
    return "scale·z if z > 0, else scale·alpha·(e^z − 1)";
  }

  @Override
  public float value(float z) {
    return z > 0 ? SCALE * z : SCALE_ALPHA * FloatMath.expm1(z);
  }

  @Override
  public float derivative(float z, float a) {
    return z > 0 ? SCALE : a + SCALE_ALPHA;
  }
}
