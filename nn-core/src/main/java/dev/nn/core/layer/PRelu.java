package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.Range;
import dev.nn.api.Shape;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.List;

/**
 * A leaky relu that learns its slopes: a = x for x &gt; 0, else αx, with one α for each of the n
 * features of the last dimension. The parameter is alpha (n).
 *
 * <p>Source: He et al., "Delving Deep into Rectifiers" (2015). PyTorch starts at 0.25 too, and has
 * either a single α or one for each channel. Keras starts at 0 and has one for each element.
 *
 * @param negativeSlope the value with which every α starts
 */
public record PRelu(double negativeSlope) implements Layer {
  private static final int ALPHA = 0;

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public PRelu {
    negativeSlope = Range.finite().check("negative_slope", negativeSlope);
  }

  /** Creates the layer with slopes that start at 0.25. */
  public PRelu() {
    this(0.25);
  }

  @Override
  public String name() {
    return "prelu";
  }

  @Override
  public String description() {
    return "a = x if x > 0, else α·x with learnt α";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("negative_slope", negativeSlope);
  }

  @Override
  public PRelu withOptions(Options complete) {
    return new PRelu(complete.real("negative_slope"));
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Initializer start = Initializer.constant(negativeSlope);
    return List.of(Parameter.of("alpha", Shape.of(input.last()), start));
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    Matrix a = pass.output();
    Matrix alpha = pass.parameter(ALPHA);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        float value = x.data()[x.rowStart(i) + j];
        float slope = alpha.data()[alpha.offset() + j % alpha.columns()];
        a.data()[a.rowStart(i) + j] = value > 0 ? value : slope * value;
      }
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (!pass.wantsInputGradient()) {
      return;
    }
    Matrix x = pass.input();
    Matrix da = pass.outputGradient();
    Matrix dx = pass.inputGradient();
    Matrix alpha = pass.parameter(ALPHA);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        float slope = alpha.data()[alpha.offset() + j % alpha.columns()];
        float gradient = da.data()[da.rowStart(i) + j];
        dx.data()[dx.rowStart(i) + j] =
            x.data()[x.rowStart(i) + j] > 0 ? gradient : slope * gradient;
      }
    }
  }

  /** ∂L/∂α = Σ da · min(x, 0). */
  @Override
  public void parameterGradient(GradientPass pass) {
    Matrix x = pass.input();
    Matrix da = pass.outputGradient();
    Matrix sums = pass.gradient();
    sums.fill(0);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        int c = sums.offset() + j % sums.columns();
        float below = Math.min(x.data()[x.rowStart(i) + j], 0);
        sums.data()[c] = FloatMath.fma(da.data()[da.rowStart(i) + j], below, sums.data()[c]);
      }
    }
  }
}
