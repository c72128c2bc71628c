package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * The normal distribution N(mean, stddev²) without what lies more than two standard deviations from
 * the mean: it is drawn again. The standard deviation of what remains is 0.8796·stddev.
 *
 * <p>As Keras' {@code TruncatedNormal}; PyTorch's {@code trunc_normal_} is cut at ±2 itself.
 *
 * @param mean mean
 * @param stddev standard deviation before the cut, at least 0
 */
public record TruncatedNormal(double mean, double stddev) implements Initializer {
  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public TruncatedNormal {
    mean = Range.finite().check("mean", mean);
    stddev = Range.atLeast(0).check("stddev", stddev);
  }

  /** Creates the initializer with its defaults: mean = 0, stddev = 0.05. */
  public TruncatedNormal() {
    this(0, 0.05);
  }

  @Override
  public String name() {
    return "truncated_normal";
  }

  @Override
  public String description() {
    return "N(mean, stddev²), drawn again if more than 2·stddev off";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("mean", mean).withReal("stddev", stddev);
  }

  @Override
  public TruncatedNormal withOptions(Options complete) {
    return new TruncatedNormal(complete.real("mean"), complete.real("stddev"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    Fill.truncatedNormal(weights, mean, stddev, random);
  }
}
