package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * He initialization: N(0, 2/fan_in), made for rectifiers.
 *
 * <p>Not truncated, as in the paper and in PyTorch's {@code kaiming_normal_}; Keras' {@code
 * HeNormal} draws from a normal distribution truncated at two standard deviations, which {@code
 * variance_scaling(distribution=truncated_normal, mode=fan_in, scale=2)} does here.
 *
 * <p>Source: He, Zhang, Ren and Sun, <i>Delving Deep into Rectifiers</i>, 2015.
 */
public record HeNormal() implements Initializer {
  @Override
  public String name() {
    return "he_normal";
  }

  @Override
  public String description() {
    return "N(0, 2 / fan_in)";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    Fill.normal(weights, 0, Math.sqrt(2.0 / fanIn), random);
  }
}
