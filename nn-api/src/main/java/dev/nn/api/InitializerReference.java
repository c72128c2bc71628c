package dev.nn.api;

import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

record InitializerReference(Spec spec) implements Initializer, Reference {
  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    throw unresolved();
  }
}
