package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * He initialization, uniform: Unif[−l, l] with l = √(6/fan_in), so that the variance is 2/fan_in.
 * The same in Keras and, as {@code kaiming_uniform_}, in PyTorch.
 *
 * <p>Source: He, Zhang, Ren and Sun, <i>Delving Deep into Rectifiers</i>, 2015.
 */
public record HeUniform() implements Initializer {
  @Override
  public String name() {
    return "he_uniform";
  }

  @Override
  public String description() {
    return "Unif[−l, l], l = √(6 / fan_in)";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    double limit = Math.sqrt(6.0 / fanIn);
    Fill.uniform(weights, -limit, limit, random);
  }
}
