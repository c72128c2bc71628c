package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * The normal distribution N(mean, stddev²), whatever the fans; Keras' {@code RandomNormal}.
 * PyTorch's {@code normal_} has the standard deviation 1.
 *
 * @param mean mean
 * @param stddev standard deviation, at least 0
 */
public record Normal(double mean, double stddev) implements Initializer {
  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Normal {
    mean = Range.finite().check("mean", mean);
    stddev = Range.atLeast(0).check("stddev", stddev);
  }

  /** Creates the initializer with its defaults: mean = 0, stddev = 0.05. */
  public Normal() {
    this(0, 0.05);
  }

  @Override
  public String name() {
    return "normal";
  }

  @Override
  public String description() {
    return "N(mean, stddev²)";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("mean", mean).withReal("stddev", stddev);
  }

  @Override
  public Normal withOptions(Options complete) {
    return new Normal(complete.real("mean"), complete.real("stddev"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    Fill.normal(weights, mean, stddev, random);
  }
}
