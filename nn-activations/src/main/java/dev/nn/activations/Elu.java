package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.FloatMath;

/**
 * The exponential linear unit: g(z) = z for z &gt; 0, else α(e<sup>z</sup> − 1).
 *
 * <p>Source: Clevert, Unterthiner and Hochreiter, <i>Fast and Accurate Deep Network Learning by
 * Exponential Linear Units</i>, 2016.
 *
 * @param alpha the function tends to −alpha for z → −∞; at least 0
 */
public record Elu(double alpha) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Elu {
    alpha = Range.atLeast(0).check("alpha", alpha);
  }

  /** Creates the activation with its defaults: alpha = 1. */
  public Elu() {
    this(1);
  }

  @Override
  public String name() {
    return "elu";
  }

  @Override
  public String description() {
    return "z if z > 0, else alpha·(e^z − 1)";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("alpha", alpha);
  }

  @Override
  public Elu withOptions(Options complete) {
    return new Elu(complete.real("alpha"));
  }

  @Override
  public float value(float z) {
    return z > 0 ? z : (float) alpha * FloatMath.expm1(z);
  }

  @Override
  public float derivative(float z, float a) {
    return z > 0 ? 1 : a + (float) alpha;
  }
}
