package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.FloatMath;

/**
 * Hard shrinkage: g(z) = z for |z| above the threshold, else 0. The derivative is 0 at both jumps;
 * as in PyTorch also at 0 if the threshold is 0, where the function is z. The default is that of
 * Keras and PyTorch.
 *
 * @param threshold what is shrunk to 0, at least 0
 */
public record HardShrink(double threshold) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public HardShrink {
    threshold = Range.atLeast(0).check("threshold", threshold);
  }

  /** Creates the activation with its defaults: threshold = 0.5. */
  public HardShrink() {
    this(0.5);
  }

  @Override
  public String name() {
    return "hard_shrink";
  }

  @Override
  public String description() {
    return "z if |z| > threshold, else 0";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("threshold", threshold);
  }

  @Override
  public HardShrink withOptions(Options complete) {
    return new HardShrink(complete.real("threshold"));
  }

  @Override
  public float value(float z) {
    return z * FloatMath.step(Math.abs(z) - (float) threshold) + 0;
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.step(Math.abs(z) - (float) threshold);
  }
}
