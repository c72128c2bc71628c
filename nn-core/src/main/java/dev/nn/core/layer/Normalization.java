package dev.nn.core.layer;

import dev.nn.api.Adaptation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.NnException;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * Scales each feature to mean 0 and variance 1: a = (x − mean) / √variance. Put it first in a
 * network whose features have different scales:
 *
 * <pre>{@code
 * Network.of(4, "normalization, dense(units=16, activation=relu), dense(units=3, activation=softmax)");
 * }</pre>
 *
 * <p>Mean and variance (without Bessel's correction) are parameters that are learnt from the
 * training data before the first step and do not change afterwards, so the scaling travels inside
 * the model.
 *
 * <p>A feature that never varies becomes 0. If a prediction finds that it has changed, it is scaled
 * as if its standard deviation were 1e-7. A feature whose variance is not a normal float, because
 * its standard deviation is above 1.8e19 or below 1.1e-19, is refused, and the message names it by
 * its number.
 *
 * <p>Source: Keras {@code Normalization}, scikit-learn's {@code StandardScaler}.
 */
public record Normalization() implements Layer {
  private static final int MEAN = 0;
  private static final int VARIANCE = 1;

  /** Stands for the standard deviation of a feature that never varied, as in Keras. */
  private static final double DEVIATION_OF_CONSTANT = 1e-7;

  @Override
  public String name() {
    return "normalization";
  }

  @Override
  public String description() {
    return "a = (x − μ) / √(σ²), μ and σ² learnt from the training data before the first step";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape features = Shape.of(input.last());
    return List.of(
        Parameter.of("mean", features, Initializer.named("zeros")).withTrainable(false),
        Parameter.of("variance", features, Initializer.named("ones")).withTrainable(false));
  }

  @Override
  public Optional<Adaptation> adaptation(Shape input) {
    return Optional.of(new Moments(input.last()));
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    Matrix a = pass.output();
    int n = pass.parameter(MEAN).columns();
    for (int c = 0; c < n; c++) {
      float mean = pass.parameter(MEAN).get(0, c);
      float inverse = inverseDeviation(pass.parameter(VARIANCE).get(0, c));
      for (int i = 0; i < x.rows(); i++) {
        for (int j = c; j < x.columns(); j += n) {
          a.data()[a.rowStart(i) + j] = (x.data()[x.rowStart(i) + j] - mean) * inverse;
        }
      }
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (!pass.wantsInputGradient()) {
      return;
    }
    Matrix da = pass.outputGradient();
    Matrix dx = pass.inputGradient();
    int n = pass.parameter(MEAN).columns();
    for (int c = 0; c < n; c++) {
      float inverse = inverseDeviation(pass.parameter(VARIANCE).get(0, c));
      for (int i = 0; i < da.rows(); i++) {
        for (int j = c; j < da.columns(); j += n) {
          dx.data()[dx.rowStart(i) + j] = da.data()[da.rowStart(i) + j] * inverse;
        }
      }
    }
  }

  private static float inverseDeviation(float variance) {
    return (float) (1 / (variance == 0 ? DEVIATION_OF_CONSTANT : Math.sqrt(variance)));
  }

  /**
   * Computes mean and variance by Welford's recurrence, which loses no digits if the mean is large.
   */
  private static final class Moments implements Adaptation {
    private final double[] mean;
    private final double[] squares;
    private long count;

    Moments(int features) {
      this.mean = new double[features];
      this.squares = new double[features];
    }

    @Override
    public void accept(Matrix input) {
      for (int i = 0; i < input.rows(); i++) {
        for (int group = 0; group < input.columns(); group += mean.length) {
          count++;
          for (int c = 0; c < mean.length; c++) {
            double x = input.get(i, group + c);
            double distance = x - mean[c];
            mean[c] += distance / count;
            squares[c] += distance * (x - mean[c]);
          }
        }
      }
    }

    @Override
    public void finish(List<Matrix> parameters) {
      for (int c = 0; c < mean.length; c++) {
        parameters.get(MEAN).set(0, c, (float) mean[c]);
        parameters.get(VARIANCE).set(0, c, variance(c));
      }
    }

    private float variance(int feature) {
      double variance = squares[feature] / count;
      if (!Float.isFinite((float) variance)) {
        throw new NnException(
            "normalization cannot scale feature "
                + feature
                + ": the square of its standard deviation, "
                + Math.sqrt(variance)
                + ", is not a finite float; divide the feature by a constant first, so that it is"
                + " less than 1.8e19");
      }
      if (variance > 0 && variance < Float.MIN_NORMAL) {
        throw new NnException(
            "normalization cannot scale feature "
                + feature
                + ": the square of its standard deviation, "
                + Math.sqrt(variance)
                + ", is too small for a float; multiply the feature by a constant first, so that"
                + " it is more than 1.1e-19");
      }
      return (float) variance;
    }
  }
}
