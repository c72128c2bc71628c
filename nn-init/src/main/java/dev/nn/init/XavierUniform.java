package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Xavier (Glorot) initialization, uniform: Unif[−l, l] with l = √(6/(fan_in + fan_out)), so that
 * the variance is 2/(fan_in + fan_out). The same in Keras and PyTorch.
 *
 * <p>Source: Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural
 * networks</i>, 2010.
 */
public record XavierUniform() implements Initializer {
  @Override
  public String name() {
    return "xavier_uniform";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("glorot_uniform");
  }

  @Override
  public String description() {
    return "Unif[−l, l], l = √(6 / (fan_in + fan_out))";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    double limit = Math.sqrt(6.0 / ((double) fanIn + fanOut));
    Fill.uniform(weights, -limit, limit, random);
  }
}
