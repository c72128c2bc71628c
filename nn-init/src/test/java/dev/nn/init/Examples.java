package dev.nn.init;

import dev.nn.api.Initializer;
import java.util.List;

/** Every initializer, with its defaults and with other options. */
final class Examples {
  private Examples() {}

  static List<Initializer> all() {
    return List.of(
        new Zeros(),
        new Ones(),
        new Constant(),
        new Constant(-0.75),
        new Uniform(),
        new Uniform(2, 3),
        new Normal(),
        new Normal(-1, 0.3),
        new TruncatedNormal(),
        new TruncatedNormal(0.5, 2),
        new XavierNormal(),
        new XavierUniform(),
        new HeNormal(),
        new HeUniform(),
        new LecunNormal(),
        new LecunUniform(),
        new VarianceScaling(),
        new VarianceScaling(2, "fan_out", "uniform"),
        new VarianceScaling(0.5, "fan_avg", "untruncated_normal"),
        new Orthogonal(),
        new Orthogonal(1.5),
        new Eye(),
        new Eye(-2),
        new Sparse(),
        new Sparse(0.4, 0.2));
  }
}
