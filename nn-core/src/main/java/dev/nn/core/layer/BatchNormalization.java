package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.ColumnPass;
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
 * Normalises each feature, or each channel of an image, over the batch: a = γ (x − μ) / √(σ² + ε) +
 * β.
 *
 * <p>In training μ and σ² (the variance without Bessel's correction) are those of the batch, and
 * running statistics follow them: r ← momentum · r + (1 − momentum) · batch. A prediction uses the
 * running statistics, so that it does not depend on the rows beside it. The parameters are gamma,
 * beta, moving_mean and moving_variance, each as long as the last dimension n of the input.
 *
 * <p>Source: Ioffe, Szegedy, "Batch Normalization" (2015). Defaults and running statistics are as
 * in Keras. PyTorch's momentum is 1 minus this one, so its default would be 0.9 here. Its ε is
 * 1e-5, and it corrects its running variance, which {@code unbiased} does.
 *
 * @param momentum the weight of the past in the running statistics, 0 ≤ momentum ≤ 1
 * @param epsilon ε &gt; 0
 * @param unbiased whether the running variance follows that of the batch with Bessel's correction,
 *     times count/(count − 1), as in PyTorch. Training normalises without it either way
 */
public record BatchNormalization(double momentum, double epsilon, boolean unbiased)
    implements Layer {
  private static final int GAMMA = 0;
  private static final int BETA = 1;
  private static final int MOVING_MEAN = 2;
  private static final int MOVING_VARIANCE = 3;

  // The shared buffers of n floats each: the batch's μ and 1/√(σ² + ε), and for the gradient Σ da
  // and
  // Σ da x̂, which are then divided by the count.
  private static final int MEAN = 0;
  private static final int INVERSE_DEVIATION = 1;
  private static final int GRADIENT_SUM = 2;
  private static final int GRADIENT_PRODUCT = 3;
  private static final int MEAN_GRADIENT = 4;
  private static final int MEAN_PRODUCT = 5;

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public BatchNormalization {
    momentum = Range.between(0, 1).check("momentum", momentum);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
  }

  /** Creates a layer whose running variance has no correction. */
  public BatchNormalization(double momentum, double epsilon) {
    this(momentum, epsilon, false);
  }

  /** Creates the layer with momentum 0.99 and ε = 0.001. */
  public BatchNormalization() {
    this(0.99, 1e-3);
  }

  @Override
  public String name() {
    return "batch_normalization";
  }

  @Override
  public String description() {
    return "a = γ·(x − μ) / √(σ² + epsilon) + β, μ and σ² of the batch; running ones in prediction";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("momentum", momentum)
        .withReal("epsilon", epsilon)
        .withFlag("unbiased", unbiased);
  }

  @Override
  public BatchNormalization withOptions(Options complete) {
    return new BatchNormalization(
        complete.real("momentum"), complete.real("epsilon"), complete.flag("unbiased"));
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape channels = Shape.of(input.last());
    Initializer zeros = Initializer.named("zeros");
    Initializer ones = Initializer.named("ones");
    return List.of(
        Parameter.of("gamma", channels, ones),
        Parameter.of("beta", channels, zeros),
        Parameter.of("moving_mean", channels, zeros).withTrainable(false),
        Parameter.of("moving_variance", channels, ones).withTrainable(false));
  }

  @Override
  public Needs needs(Shape input) {
    int n = input.last();
    Needs needs = Needs.NONE.withSaved(input.size());
    for (int buffer = MEAN; buffer <= MEAN_PRODUCT; buffer++) {
      needs = needs.withShared(n);
    }
    return needs;
  }

  @Override
  public boolean couplesRows() {
    return true;
  }

  @Override
  public void forwardColumns(ColumnPass pass) {
    Matrix x = pass.input();
    int n = pass.parameter(GAMMA).columns();
    long count = (long) x.rows() * (x.columns() / n);
    for (int c = pass.from(); c < pass.to(); c++) {
      double sum = 0;
      for (int i = 0; i < x.rows(); i++) {
        for (int j = c; j < x.columns(); j += n) {
          sum += x.data()[x.rowStart(i) + j];
        }
      }
      double mean = sum / count;
      double squares = 0;
      for (int i = 0; i < x.rows(); i++) {
        for (int j = c; j < x.columns(); j += n) {
          double distance = x.data()[x.rowStart(i) + j] - mean;
          squares += distance * distance;
        }
      }
      double variance = squares / count;
      pass.shared(MEAN).set(0, c, (float) mean);
      pass.shared(INVERSE_DEVIATION).set(0, c, (float) (1 / Math.sqrt(variance + epsilon)));
      follow(pass.parameter(MOVING_MEAN), c, mean);
      double correction = unbiased && count > 1 ? count / (count - 1.0) : 1;
      follow(pass.parameter(MOVING_VARIANCE), c, variance * correction);
    }
  }

  private void follow(Matrix running, int channel, double batch) {
    running.set(0, channel, (float) (momentum * running.get(0, channel) + (1 - momentum) * batch));
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    Matrix normalized = pass.saved(0);
    Matrix a = pass.output();
    int n = pass.parameter(GAMMA).columns();
    for (int c = 0; c < n; c++) {
      float mean = statistic(pass, MEAN, MOVING_MEAN, c);
      float inverse =
          pass.training()
              ? pass.shared(INVERSE_DEVIATION).get(0, c)
              : (float) (1 / Math.sqrt(pass.parameter(MOVING_VARIANCE).get(0, c) + epsilon));
      float gamma = pass.parameter(GAMMA).get(0, c);
      float beta = pass.parameter(BETA).get(0, c);
      for (int i = 0; i < x.rows(); i++) {
        for (int j = c; j < x.columns(); j += n) {
          float xHat = (x.data()[x.rowStart(i) + j] - mean) * inverse;
          normalized.data()[normalized.rowStart(i) + j] = xHat;
          a.data()[a.rowStart(i) + j] = FloatMath.fma(gamma, xHat, beta);
        }
      }
    }
  }

  private static float statistic(ForwardPass pass, int shared, int running, int channel) {
    return (pass.training() ? pass.shared(shared) : pass.parameter(running)).get(0, channel);
  }

  @Override
  public void backwardColumns(ColumnPass pass) {
    Matrix da = pass.outputGradient();
    Matrix normalized = pass.saved(0);
    int n = pass.parameter(GAMMA).columns();
    long count = (long) da.rows() * (da.columns() / n);
    for (int c = pass.from(); c < pass.to(); c++) {
      double sum = 0;
      double product = 0;
      for (int i = 0; i < da.rows(); i++) {
        for (int j = c; j < da.columns(); j += n) {
          float d = da.data()[da.rowStart(i) + j];
          sum += d;
          product += (double) d * normalized.data()[normalized.rowStart(i) + j];
        }
      }
      pass.shared(GRADIENT_SUM).set(0, c, (float) sum);
      pass.shared(GRADIENT_PRODUCT).set(0, c, (float) product);
      pass.shared(MEAN_GRADIENT).set(0, c, (float) (sum / count));
      pass.shared(MEAN_PRODUCT).set(0, c, (float) (product / count));
    }
  }

  /** ∂L/∂x = γ (da − mean(da) − x̂ mean(da x̂)) / √(σ² + ε), the means over the batch. */
  @Override
  public void backward(BackwardPass pass) {
    if (!pass.wantsInputGradient()) {
      return;
    }
    Matrix da = pass.outputGradient();
    Matrix dx = pass.inputGradient();
    Matrix normalized = pass.saved(0);
    int n = pass.parameter(GAMMA).columns();
    for (int c = 0; c < n; c++) {
      float factor = pass.parameter(GAMMA).get(0, c) * pass.shared(INVERSE_DEVIATION).get(0, c);
      float mean = pass.shared(MEAN_GRADIENT).get(0, c);
      float meanProduct = pass.shared(MEAN_PRODUCT).get(0, c);
      for (int i = 0; i < da.rows(); i++) {
        for (int j = c; j < da.columns(); j += n) {
          float d = da.data()[da.rowStart(i) + j];
          float xHat = normalized.data()[normalized.rowStart(i) + j];
          dx.data()[dx.rowStart(i) + j] = factor * (d - mean - xHat * meanProduct);
        }
      }
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    pass.shared(pass.index() == GAMMA ? GRADIENT_PRODUCT : GRADIENT_SUM).copyTo(pass.gradient());
  }
}
