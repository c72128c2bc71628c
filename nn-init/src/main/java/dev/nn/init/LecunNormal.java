package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * LeCun initialization: mean 0 and variance 1/fan_in, from a normal distribution truncated at two
 * standard deviations and widened to make up for the cut; made for {@code selu}.
 *
 * <p>As in Keras and JAX; PyTorch has no such initializer. Not truncated it is {@code
 * variance_scaling(distribution=untruncated_normal, mode=fan_in, scale=1)}. Source: LeCun, Bottou,
 * Orr and Müller, <i>Efficient BackProp</i>, 1998.
 */
public record LecunNormal() implements Initializer {
  @Override
  public String name() {
    return "lecun_normal";
  }

  @Override
  public String description() {
    return "N(0, 1 / fan_in), truncated at 2 standard deviations";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    Fill.truncatedNormal(weights, 0, Math.sqrt(1.0 / fanIn) / Fill.TRUNCATED_STDDEV, random);
  }
}
