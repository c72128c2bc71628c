package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/** Every element 1. */
public record Ones() implements Initializer {
  @Override
  public String name() {
    return "ones";
  }

  @Override
  public String description() {
    return "1";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    weights.fill(1);
  }
}
