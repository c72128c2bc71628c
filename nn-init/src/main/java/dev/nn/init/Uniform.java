package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * The uniform distribution Unif[min, max], whatever the fans.
 *
 * <p>Keras' {@code RandomUniform} has the bounds ±0.05, PyTorch's {@code uniform_} 0 and 1.
 *
 * @param min lower bound
 * @param max upper bound, at least {@code min}
 */
public record Uniform(double min, double max) implements Initializer {
  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Uniform {
    min = Range.finite().check("min", min);
    max = Range.finite().check("max", max);
    if (max < min) {
      throw new IllegalArgumentException("max must be at least min = " + min + ", got " + max);
    }
  }

  /** Creates the initializer with its defaults: min = -0.1, max = 0.1. */
  public Uniform() {
    this(-0.1, 0.1);
  }

  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public String description() {
    return "Unif[min, max]";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("min", min).withReal("max", max);
  }

  @Override
  public Uniform withOptions(Options complete) {
    return new Uniform(complete.real("min"), complete.real("max"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    Fill.uniform(weights, min, max, random);
  }
}
