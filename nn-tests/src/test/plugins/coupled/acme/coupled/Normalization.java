package acme.coupled;

import dev.nn.api.BackwardPass;
import dev.nn.api.ColumnPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import java.util.List;

/**
 * a = γ·x̂ + β with x̂ = (x − μ)/√(σ² + ε); in training μ and σ² are those of the batch, in prediction the running ones.
 * Ioffe and Szegedy, "Batch Normalization", 2015.
 */
public record Normalization(double momentum, double epsilon) implements Layer {
  private static final int GAMMA = 0;
  private static final int BETA = 1;
  private static final int RUNNING_MEAN = 2;
  private static final int RUNNING_VARIANCE = 3;

  /** Shared: μ and 1/√(σ² + ε) of the batch, then the means of da and of da·x̂. */
  private static final int MEAN = 0;

  private static final int SCALE = 1;
  private static final int MEAN_GRADIENT = 2;
  private static final int MEAN_PRODUCT = 3;

  /** Saved: x̂. */
  private static final int NORMALIZED = 0;

  public Normalization() {
    this(0.9, 1e-3);
  }

  @Override
  public String name() {
    return "acme.normalization";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("momentum", momentum).withReal("epsilon", epsilon);
  }

  @Override
  public Normalization withOptions(Options complete) {
    return new Normalization(complete.real("momentum"), complete.real("epsilon"));
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() != 1) {
      throw new ShapeException("acme.normalization takes one row of features, not " + input);
    }
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Initializer ones = Initializer.named("ones");
    Initializer zeros = Initializer.named("zeros");
    return List.of(
        Parameter.of("gamma", input, ones),
        Parameter.of("beta", input, zeros),
        Parameter.of("running_mean", input, zeros).withTrainable(false),
        Parameter.of("running_variance", input, ones).withTrainable(false));
  }

  @Override
  public Needs needs(Shape input) {
    int n = input.size();
    return Needs.NONE.withSaved(n).withShared(n).withShared(n).withShared(n).withShared(n);
  }

  @Override
  public boolean couplesRows() {
    return true;
  }

  @Override
  public void forwardColumns(ColumnPass pass) {
    Matrix x = pass.input();
    int rows = x.rows();
    for (int j = pass.from(); j < pass.to(); j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += x.get(i, j);
      }
      double mean = sum / rows;
      double squares = 0;
      for (int i = 0; i < rows; i++) {
        double deviation = x.get(i, j) - mean;
        squares += deviation * deviation;
      }
      double variance = squares / rows;
      pass.shared(MEAN).set(0, j, (float) mean);
      pass.shared(SCALE).set(0, j, (float) (1 / Math.sqrt(variance + epsilon)));
      follow(pass.parameter(RUNNING_MEAN), j, mean);
      follow(pass.parameter(RUNNING_VARIANCE), j, variance);
    }
  }

  private void follow(Matrix running, int j, double value) {
    running.set(0, j, (float) (momentum * running.get(0, j) + (1 - momentum) * value));
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    Matrix normalized = pass.saved(NORMALIZED);
    Matrix a = pass.output();
    for (int j = 0; j < x.columns(); j++) {
      float mean = pass.training() ? pass.shared(MEAN).get(0, j) : runningMean(pass, j);
      float scale = pass.training() ? pass.shared(SCALE).get(0, j) : runningScale(pass, j);
      float gamma = pass.parameter(GAMMA).get(0, j);
      float beta = pass.parameter(BETA).get(0, j);
      for (int i = 0; i < x.rows(); i++) {
        float xHat = (x.get(i, j) - mean) * scale;
        normalized.set(i, j, xHat);
        a.set(i, j, gamma * xHat + beta);
      }
    }
  }

  private static float runningMean(ForwardPass pass, int j) {
    return pass.parameter(RUNNING_MEAN).get(0, j);
  }

  private float runningScale(ForwardPass pass, int j) {
    return (float) (1 / Math.sqrt(pass.parameter(RUNNING_VARIANCE).get(0, j) + epsilon));
  }

  @Override
  public void backwardColumns(ColumnPass pass) {
    Matrix da = pass.outputGradient();
    Matrix normalized = pass.saved(NORMALIZED);
    for (int j = pass.from(); j < pass.to(); j++) {
      double sum = 0;
      double products = 0;
      for (int i = 0; i < da.rows(); i++) {
        sum += da.get(i, j);
        products += (double) da.get(i, j) * normalized.get(i, j);
      }
      pass.shared(MEAN_GRADIENT).set(0, j, (float) (sum / da.rows()));
      pass.shared(MEAN_PRODUCT).set(0, j, (float) (products / da.rows()));
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (!pass.wantsInputGradient()) {
      return;
    }
    Matrix da = pass.outputGradient();
    Matrix normalized = pass.saved(NORMALIZED);
    Matrix dx = pass.inputGradient();
    for (int j = 0; j < da.columns(); j++) {
      float factor = pass.parameter(GAMMA).get(0, j) * pass.shared(SCALE).get(0, j);
      float mean = pass.shared(MEAN_GRADIENT).get(0, j);
      float slope = pass.shared(MEAN_PRODUCT).get(0, j);
      for (int i = 0; i < da.rows(); i++) {
        dx.set(i, j, factor * (da.get(i, j) - mean - normalized.get(i, j) * slope));
      }
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    Matrix mean = pass.shared(pass.index() == GAMMA ? MEAN_PRODUCT : MEAN_GRADIENT);
    for (int j = 0; j < mean.columns(); j++) {
      pass.gradient().set(0, j, mean.get(0, j) * pass.input().rows());
    }
  }
}
