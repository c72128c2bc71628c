package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.math.FloatMath;

/**
 * The Gaussian error linear unit g(z) = z·Φ(z), Φ being the standard normal distribution function;
 * or its approximation ½z(1 + tanh(√(2/π)(z + 0.044715z³))).
 *
 * <p>Source: Hendrycks and Gimpel, <i>Gaussian Error Linear Units</i>, 2016.
 *
 * @param approximate whether to compute the approximation by tanh
 */
public record Gelu(boolean approximate) implements ElementwiseActivation {
  private static final float ROOT = 0.7978846f;
  private static final float CUBIC = 0.044715f;
  private static final float INVERSE_ROOT_2_PI = 0.3989423f;

  /** Creates the activation with its defaults: approximate = false. */
  public Gelu() {
    this(false);
  }

  @Override
  public String name() {
    return "gelu";
  }

  @Override
  public String description() {
    return "z·Φ(z), or ½·z·(1 + tanh(√(2 / π)·(z + 0.044715·z³))) if approximate";
  }

  @Override
  public Options options() {
    return Options.NONE.withFlag("approximate", approximate);
  }

  @Override
  public Gelu withOptions(Options complete) {
    return new Gelu(complete.flag("approximate"));
  }

  @Override
  public float value(float z) {
    return approximate ? z * gate(z) : z * FloatMath.normalCdf(z);
  }

  @Override
  public float derivative(float z, float a) {
    // Beyond ±16 both derivatives are 0 or 1 in float; the bound keeps z² from overflowing.
    float x = Math.max(-16, Math.min(16, z));
    if (approximate) {
      float gate = gate(x);
      float inner = ROOT * (1 + 3 * CUBIC * x * x);
      return FloatMath.fma(2 * x * gate, gate(-x) * inner, gate);
    }
    float density = INVERSE_ROOT_2_PI * FloatMath.exp(-0.5f * x * x);
    return FloatMath.fma(x, density, FloatMath.normalCdf(x));
  }

  /** ½(1 + tanh u) = σ(2u), which keeps its relative accuracy where tanh u is near −1. */
  private static float gate(float z) {
    return FloatMath.sigmoid(2 * ROOT * z * (1 + CUBIC * z * z));
  }
}
