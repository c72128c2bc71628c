package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.Optional;

/**
 * The rectifier g(z) = max(z, 0), with the three options of Keras:
 *
 * <ul>
 *   <li>g(z) = negative_slope·(z − threshold) for z ≤ threshold,
 *   <li>g(z) = min(z, max_value) above.
 * </ul>
 *
 * At the threshold the derivative is that of the left side, at max_value that of the right, as in
 * Keras and PyTorch. PyTorch has no options here; its counterparts are {@code leaky_relu}, {@code
 * relu6} and {@code threshold}.
 *
 * @param negativeSlope slope below the threshold, at least 0
 * @param maxValue largest value of the function, at least 0; empty for no bound
 * @param threshold where the rectifier opens, at least 0
 */
public record Relu(double negativeSlope, Optional<Double> maxValue, double threshold)
    implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Relu {
    negativeSlope = Range.atLeast(0).check("negative_slope", negativeSlope);
    maxValue = maxValue.map(max -> Range.atLeast(0).check("max_value", max));
    threshold = Range.atLeast(0).check("threshold", threshold);
  }

  /**
   * Creates the activation with its defaults: negative_slope = 0, max_value = none, threshold = 0.
   */
  public Relu() {
    this(0, Optional.empty(), 0);
  }

  @Override
  public String name() {
    return "relu";
  }

  @Override
  public String description() {
    return "min(z, max_value) if z > threshold, else negative_slope·(z − threshold)";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("negative_slope", negativeSlope)
        .withOptional("max_value", OptionType.Scalar.REAL, maxValue)
        .withReal("threshold", threshold);
  }

  @Override
  public Relu withOptions(Options complete) {
    return new Relu(
        complete.real("negative_slope"),
        complete.optional("max_value", Double.class),
        complete.real("threshold"));
  }

  @Override
  public float value(float z) {
    if (z <= (float) threshold) {
      // The slope 0 is a case of its own: 0 · −∞ would be NaN, and 0 · −1 be −0.
      return negativeSlope == 0 ? 0 : (float) negativeSlope * (z - (float) threshold);
    }
    return Math.min(z, limit());
  }

  @Override
  public float derivative(float z, float a) {
    if (z <= (float) threshold) {
      return (float) negativeSlope;
    }
    return z < limit() ? 1 : 0;
  }

  private float limit() {
    return maxValue.isPresent() ? maxValue.get().floatValue() : Float.POSITIVE_INFINITY;
  }

  private boolean isPlain() {
    return negativeSlope == 0 && maxValue.isEmpty() && threshold == 0;
  }

  @Override
  public void forward(Matrix z, Matrix a) {
    if (isPlain()) {
      Kernels.active().relu(z, a);
    } else {
      ElementwiseActivation.super.forward(z, a);
    }
  }

  @Override
  public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    if (isPlain()) {
      Kernels.active().reluGradient(z, da, dz);
    } else {
      ElementwiseActivation.super.backward(z, a, da, dz);
    }
  }
}
