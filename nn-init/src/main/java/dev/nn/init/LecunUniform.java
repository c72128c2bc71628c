package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * LeCun initialization, uniform: Unif[−l, l] with l = √(3/fan_in), so that the variance is
 * 1/fan_in. As in Keras.
 *
 * <p>Source: LeCun, Bottou, Orr and Müller, <i>Efficient BackProp</i>, 1998.
 */
public record LecunUniform() implements Initializer {
  @Override
  public String name() {
    return "lecun_uniform";
  }

  @Override
  public String description() {
    return "Unif[−l, l], l = √(3 / fan_in)";
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    double limit = Math.sqrt(3.0 / fanIn);
    Fill.uniform(weights, -limit, limit, random);
  }
}
