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
 * Inverted dropout. In training each element is set to 0 with probability {@code rate} and is
 * otherwise multiplied by 1 / (1 − rate), which leaves its expectation unchanged. Predictions are
 * therefore left as they are.
 *
 * <p>Source: Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from
 * Overfitting", JMLR 15 (2014). It is inverted as in Keras and PyTorch.
 *
 * @param rate the probability that an element is dropped, 0 ≤ rate &lt; 1
 */
public record Dropout(double rate) implements Layer {
  private static final int MASK = 0;

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if the rate is not in [0, 1)
   */
  public Dropout {
    rate = Range.atLeast(0).andLessThan(1).check("rate", rate);
  }

  /** Creates the prototype, with a rate of 0.5. */
  public Dropout() {
    this(0.5);
  }

  @Override
  public String name() {
    return "dropout";
  }

  @Override
  public String description() {
    return "a = x·m / (1 − rate), m random in {0, 1}; a = x in prediction";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("rate", rate).require("rate");
  }

  @Override
  public Dropout withOptions(Options complete) {
    return new Dropout(complete.real("rate"));
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
    Matrix mask = pass.saved(MASK);
    pass.uniform(0, mask);
    Elementwise.mask(mask, rate, 0, (float) (1 / (1 - rate)));
    Elementwise.multiply(pass.input(), mask, pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      Elementwise.multiply(pass.outputGradient(), pass.saved(MASK), pass.inputGradient());
    }
  }
}
