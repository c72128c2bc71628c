package com.acme.plugins;

import dev.nn.api.Initializer;
import dev.nn.api.NnPlugin;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/** ±gain/√fan_in, each sign with probability ½. */
@NnPlugin
public record Signs(double gain) implements Initializer {

  public Signs() {
    this(1);
  }

  public Signs {
    gain = Range.atLeast(0).check("gain", gain);
  }

  @Override
  public String name() {
    return "acme.signs";
  }

  @Override
  public String description() {
    return "±gain/√fan_in";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("gain", gain);
  }

  @Override
  public Signs withOptions(Options complete) {
    return new Signs(complete.real("gain"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    float size = (float) (gain / Math.sqrt(fanIn));
    for (int i = 0; i < weights.rows(); i++) {
      for (int j = 0; j < weights.columns(); j++) {
        weights.set(i, j, random.nextInt() < 0 ? -size : size);
      }
    }
  }
}
