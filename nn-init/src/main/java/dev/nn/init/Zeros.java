package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * Every element 0: what biases start from. Weights must not, or all neurons of a layer stay the
 * same for ever.
 */
public record Zeros() implements Initializer {
  @Override
  public String name() {
    return "zeros";
  }

  @Override
  public String description() {
    return "0";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    weights.fill(0);
  }
}
