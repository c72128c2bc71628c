package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;

/**
 * Softsign: g(z) = z/(1 + |z|), with derivative 1/(1 + |z|)². Like tanh, but it saturates more
 * slowly.
 *
 * <p>Source: Bergstra, Desjardins, Lamblin and Bengio, <i>Quadratic Polynomials Learn Better Image
 * Features</i>, 2009.
 */
public record Softsign() implements ElementwiseActivation {
  @Override
  public String name() {
    return "softsign";
  }

  @Override
  public String description() {
    return "z / (1 + |z|)";
  }

  @Override
  public float value(float z) {
    return z / (1 + Math.abs(z));
  }

  @Override
  public float derivative(float z, float a) {
    float inverse = 1 / (1 + Math.abs(z));
    return inverse * inverse;
  }
}
