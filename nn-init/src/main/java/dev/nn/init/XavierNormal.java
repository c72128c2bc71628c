package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Xavier (Glorot) initialization: N(0, 2/(fan_in + fan_out)), the second number being the variance.
 *
 * <p>Not truncated, as in the paper and in PyTorch's {@code xavier_normal_}; Keras' {@code
 * GlorotNormal} draws from a normal distribution truncated at two standard deviations, which {@code
 * variance_scaling(distribution=truncated_normal, mode=fan_avg)} does here.
 *
 * <p>Source: Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural
 * networks</i>, 2010.
 */
public record XavierNormal() implements Initializer {
  @Override
  public String name() {
    return "xavier_normal";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("glorot_normal");
  }

  @Override
  public String description() {
    return "N(0, 2 / (fan_in + fan_out))";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    Fill.normal(weights, 0, Math.sqrt(2.0 / ((double) fanIn + fanOut)), random);
  }
}
