package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Shape;

/**
 * Adds normally distributed noise of mean 0 in training, which makes it harder to learn the
 * examples by heart. Predictions are left unchanged.
 *
 * <p>Source: Keras {@code GaussianNoise}.
 *
 * @param stddev the standard deviation of the noise, at least 0
 */
public record GaussianNoise(double stddev) implements Layer {
  private static final int NOISE = 0;

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public GaussianNoise {
    stddev = Range.atLeast(0).check("stddev", stddev);
  }

  /** Creates the prototype, with a standard deviation of 0.1. */
  public GaussianNoise() {
    this(0.1);
  }

  @Override
  public String name() {
    return "gaussian_noise";
  }

  @Override
  public String description() {
    return "a = x + N(0, stddev²); a = x in prediction";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("stddev", stddev).require("stddev");
  }

  @Override
  public GaussianNoise withOptions(Options complete) {
    return new GaussianNoise(complete.real("stddev"));
  }

  @Override
  public boolean passesValuesOn() {
    return stddev == 0;
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Needs needs(Shape input) {
    return Needs.NONE.withSaved(input.size());
  }

  @Override
  public void forward(ForwardPass pass) {
    if (pass.training()) {
      pass.normal(0, pass.saved(NOISE));
      Elementwise.multiplyAdd(pass.saved(NOISE), (float) stddev, pass.input(), pass.output());
    } else {
      pass.input().copyTo(pass.output());
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      pass.outputGradient().copyTo(pass.inputGradient());
    }
  }
}
