package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.FloatMath;

/**
 * A threshold: g(z) = z above it, else another value. The derivative is 0 at the threshold. PyTorch
 * and Keras ({@code default_value}) have no defaults here; these make a rectifier.
 *
 * @param threshold the threshold; a finite float
 * @param value the function up to the threshold; a finite float
 */
public record Threshold(double threshold, double value) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Threshold {
    threshold = Range.finite().check("threshold", threshold);
    value = Range.finite().check("value", value);
  }

  /** Creates the activation with its defaults: threshold = 0, value = 0. */
  public Threshold() {
    this(0, 0);
  }

  @Override
  public String name() {
    return "threshold";
  }

  @Override
  public String description() {
    return "z if z > threshold, else value";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("threshold", threshold).withReal("value", value);
  }

  @Override
  public Threshold withOptions(Options complete) {
    return new Threshold(complete.real("threshold"), complete.real("value"));
  }

  @Override
  public float value(float z) {
    float isAbove = FloatMath.step(z - (float) threshold);
    return isAbove * Math.max(z, (float) threshold) + (1 - isAbove) * (float) value;
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.step(z - (float) threshold);
  }
}
