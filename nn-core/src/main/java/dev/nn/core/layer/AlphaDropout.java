package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;

/**
 * Dropout for networks with selu, which rely on values of mean 0 and variance 1. A dropped element
 * becomes α′ = −1.7581, the limit of selu for x → −∞, and an affine map a·x + b then restores mean
 * and variance, where a = ((1 − rate)(1 + rate α′²))^−½ and b = −a α′ rate. Predictions are left
 * unchanged.
 *
 * <p>Source: Klambauer et al., "Self-Normalizing Neural Networks" (2017). Keras and PyTorch do the
 * same.
 *
 * @param rate the probability that an element is dropped, 0 ≤ rate &lt; 1
 */
public record AlphaDropout(double rate) implements Layer {
  private static final int KEPT = 0;

  /** −λα of selu. */
  private static final double DROPPED = -1.7580993408473766;

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public AlphaDropout {
    rate = Range.atLeast(0).andLessThan(1).check("rate", rate);
  }

  /** Creates the prototype, with a rate of 0.1. */
  public AlphaDropout() {
    this(0.1);
  }

  @Override
  public String name() {
    return "alpha_dropout";
  }

  @Override
  public String description() {
    return "dropout that keeps the mean and variance of selu activations; a = x in prediction";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("rate", rate).require("rate");
  }

  @Override
  public AlphaDropout withOptions(Options complete) {
    return new AlphaDropout(complete.real("rate"));
  }

  @Override
  public boolean passesValuesOn() {
    return rate == 0;
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
    if (!pass.training()) {
      pass.input().copyTo(pass.output());
      return;
    }
    Matrix kept = pass.saved(KEPT);
    pass.uniform(0, kept);
    double scale = 1 / Math.sqrt((1 - rate) * (1 + rate * DROPPED * DROPPED));
    Elementwise.mask(kept, rate, 0, (float) scale);
    Elementwise.multiply(pass.input(), kept, pass.output());
    float shift = (float) (-scale * DROPPED * rate);
    float replaced = (float) (scale * DROPPED) + shift;
    float[] mask = kept.data();
    float[] output = pass.output().data();
    for (int i = 0; i < kept.rows(); i++) {
      int m = kept.rowStart(i);
      int a = pass.output().rowStart(i);
      for (int j = 0; j < kept.columns(); j++) {
        output[a + j] += mask[m + j] == 0 ? replaced : shift;
      }
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      Elementwise.multiply(pass.outputGradient(), pass.saved(KEPT), pass.inputGradient());
    }
  }
}
