package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;

/**
 * Softplus: g(z) = log(1 + e<sup>z</sup>), a smooth rectifier; its derivative is the sigmoid. It
 * neither overflows for large z nor loses its small values for negative z.
 *
 * <p>Source: Dugas et al., <i>Incorporating Second-Order Functional Knowledge for Better Option
 * Pricing</i>, 2000.
 */
public record Softplus() implements ElementwiseActivation {
  @Override
  public String name() {
    return "softplus";
  }

  @Override
  public String description() {
    return "log(1 + e^z)";
  }

  @Override
  public float value(float z) {
    return FloatMath.softplus(z);
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.sigmoid(z);
  }
}
