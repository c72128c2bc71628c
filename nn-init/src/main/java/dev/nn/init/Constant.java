package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * Every element the same.
 *
 * @param value the value, a finite float
 */
public record Constant(double value) implements Initializer {
  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Constant {
    value = Range.finite().check("value", value);
  }

  /** Creates the initializer with its defaults: value = 0. */
  public Constant() {
    this(0);
  }

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String description() {
    return "value";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("value", value);
  }

  @Override
  public Constant withOptions(Options complete) {
    return new Constant(complete.real("value"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    weights.fill((float) value);
  }
}
