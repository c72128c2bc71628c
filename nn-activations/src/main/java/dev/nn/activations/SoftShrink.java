package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.FloatMath;

/**
 * Soft shrinkage: g(z) = z − λ for z &gt; λ, z + λ for z &lt; −λ and 0 between, with λ the
 * threshold. The derivative is 0 at both kinks; as in PyTorch also at 0 if the threshold is 0,
 * where the function is z. The default is that of Keras and PyTorch.
 *
 * @param threshold what is shrunk to 0, at least 0
 */
public record SoftShrink(double threshold) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public SoftShrink {
    threshold = Range.atLeast(0).check("threshold", threshold);
  }

  /** Creates the activation with its defaults: threshold = 0.5. */
  public SoftShrink() {
    this(0.5);
  }

  @Override
  public String name() {
    return "soft_shrink";
  }

  @Override
  public String description() {
    return "z − threshold if z > threshold, z + threshold if z < −threshold, else 0";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("threshold", threshold);
  }

  @Override
  public SoftShrink withOptions(Options complete) {
    return new SoftShrink(complete.real("threshold"));
  }

  @Override
  public float value(float z) {
    float bound = (float) threshold;
    return z - Math.max(-bound, Math.min(bound, z));
  }

  @Override
  public float derivative(float z, float a) {
    return FloatMath.step(Math.abs(z) - (float) threshold);
  }
}
