package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.Range;
import dev.nn.api.Shape;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.List;

/**
 * Normalises each example over its last dimension of n features: a = γ x̂ + β with x̂ = (x − μ) /
 * √(σ² + ε), where μ and σ² are the mean and the variance (without Bessel's correction) of the
 * example itself. The parameters are gamma (n) and beta (n). Unlike {@link BatchNormalization}, it
 * does the same in training and in prediction.
 *
 * <p>Source: Ba, Kiros, Hinton, "Layer Normalization" (2016). The default of ε is that of Keras;
 * PyTorch's is 1e-5.
 *
 * @param epsilon ε &gt; 0
 */
public record LayerNormalization(double epsilon) implements Layer {
  private static final int GAMMA = 0;
  private static final int BETA = 1;
  private static final int NORMALIZED = 0;
  private static final int INVERSE_DEVIATION = 1;

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if it is not positive or not finite
   */
  public LayerNormalization {
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
  }

  /** Creates the layer with ε = 0.001. */
  public LayerNormalization() {
    this(1e-3);
  }

  @Override
  public String name() {
    return "layer_normalization";
  }

  @Override
  public String description() {
    return "a = γ·(x − μ) / √(σ² + epsilon) + β, μ and σ² over the features of each example";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("epsilon", epsilon);
  }

  @Override
  public LayerNormalization withOptions(Options complete) {
    return new LayerNormalization(complete.real("epsilon"));
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape features = Shape.of(input.last());
    return List.of(
        Parameter.of("gamma", features, Initializer.named("ones")),
        Parameter.of("beta", features, Initializer.named("zeros")));
  }

  @Override
  public Needs needs(Shape input) {
    return Needs.NONE.withSaved(input.size()).withSaved(input.size() / input.last());
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    int n = pass.parameter(GAMMA).columns();
    for (int i = 0; i < x.rows(); i++) {
      for (int group = 0; group < x.columns() / n; group++) {
        forward(pass, i, group, n);
      }
    }
  }

  private void forward(ForwardPass pass, int row, int group, int n) {
    float[] x = pass.input().data();
    int at = pass.input().rowStart(row) + group * n;
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += x[at + j];
    }
    double mean = sum / n;
    double squares = 0;
    for (int j = 0; j < n; j++) {
      double distance = x[at + j] - mean;
      squares += distance * distance;
    }
    float inverse = (float) (1 / Math.sqrt(squares / n + epsilon));
    pass.saved(INVERSE_DEVIATION).set(row, group, inverse);
    Matrix normalized = pass.saved(NORMALIZED);
    Matrix gamma = pass.parameter(GAMMA);
    Matrix beta = pass.parameter(BETA);
    int to = normalized.rowStart(row) + group * n;
    int out = pass.output().rowStart(row) + group * n;
    for (int j = 0; j < n; j++) {
      float xHat = (float) (x[at + j] - mean) * inverse;
      normalized.data()[to + j] = xHat;
      pass.output().data()[out + j] =
          FloatMath.fma(gamma.data()[gamma.offset() + j], xHat, beta.data()[beta.offset() + j]);
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (!pass.wantsInputGradient()) {
      return;
    }
    int n = pass.parameter(GAMMA).columns();
    for (int i = 0; i < pass.outputGradient().rows(); i++) {
      for (int group = 0; group < pass.outputGradient().columns() / n; group++) {
        backward(pass, i, group, n);
      }
    }
  }

  /** With d = γ ∂L/∂a: ∂L/∂x = (d − mean(d) − x̂ mean(d x̂)) / √(σ² + ε). */
  private static void backward(BackwardPass pass, int row, int group, int n) {
    float[] da = pass.outputGradient().data();
    float[] xHat = pass.saved(NORMALIZED).data();
    float[] gamma = pass.parameter(GAMMA).data();
    int g = pass.parameter(GAMMA).offset();
    int at = pass.outputGradient().rowStart(row) + group * n;
    int h = pass.saved(NORMALIZED).rowStart(row) + group * n;
    double sum = 0;
    double product = 0;
    for (int j = 0; j < n; j++) {
      float d = gamma[g + j] * da[at + j];
      sum += d;
      product += (double) d * xHat[h + j];
    }
    float mean = (float) (sum / n);
    float meanProduct = (float) (product / n);
    float inverse = pass.saved(INVERSE_DEVIATION).get(row, group);
    int to = pass.inputGradient().rowStart(row) + group * n;
    for (int j = 0; j < n; j++) {
      float d = gamma[g + j] * da[at + j];
      pass.inputGradient().data()[to + j] = inverse * (d - mean - xHat[h + j] * meanProduct);
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    if (pass.index() == BETA) {
      ChannelSums.sums(pass.outputGradient(), pass.gradient());
    } else {
      ChannelSums.products(pass.outputGradient(), pass.saved(NORMALIZED), pass.gradient());
    }
  }
}
