package dev.nn.api;

import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/** Gives a parameter its first values. */
public non-sealed interface Initializer extends Plugin {

  /**
   * Fills a parameter.
   *
   * @param weights the parameter, as many rows as its first dimensions hold and as many columns as
   *     its last; every element is written
   * @param fanIn number of inputs of one unit, at least 1
   * @param fanOut number of units that one input feeds, at least 1
   * @param random a stream of this parameter's own; with the generator that the framework passes,
   *     every method, {@code nextGaussian} too, gives the same bits on every machine
   */
  void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random);

  @Override
  default Initializer withOptions(Options complete) {
    return this;
  }

  /**
   * A reference by spec, such as {@code he_normal} or {@code uniform(max=0.1, min=-0.1)}.
   *
   * @throws SpecException if the text is not a spec
   */
  static Initializer named(String spec) {
    return named(Spec.parse(spec));
  }

  /**
   * A reference to the initializer that a spec describes; an error in it later points at its place.
   */
  static Initializer named(Spec spec) {
    return new InitializerReference(spec);
  }

  /** A reference to the initializer {@code constant}: the same value everywhere. */
  static Initializer constant(double value) {
    return new InitializerReference(
        Spec.of("constant").with("value", new SpecValue.Decimal(value)));
  }
}
