package dev.nn.api;

import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * Gives a parameter its first values. The scale matters: with weights that are too large or too
 * small for the number of inputs, signals grow or vanish from layer to layer.
 *
 * <pre>{@code
 * public record Cauchy() implements Initializer {
 *   public String name() { return "acme.cauchy"; }
 *   public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
 *     for (int i = 0; i < weights.rows(); i++) {
 *       for (int j = 0; j < weights.columns(); j++) {
 *         double ratio = random.nextGaussian() / random.nextGaussian();
 *         weights.set(i, j, (float) Math.max(-1, Math.min(ratio / fanIn, 1)));
 *       }
 *     }
 *   }
 * }
 * }</pre>
 */
public non-sealed interface Initializer extends Plugin {

  /**
   * Fills a parameter.
   *
   * @param weights the parameter, with as many columns as its last dimension and as many rows as
   *     the others hold; every element has to be written
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
   * Returns a reference to the initializer that a text describes, such as {@code he_normal} or
   * {@code uniform(max=0.1, min=-0.1)}. Whether there is such an initializer is found out when a
   * network is built.
   *
   * @throws SpecException if the text is not a spec
   */
  static Initializer named(String spec) {
    return named(Spec.parse(spec));
  }

  /**
   * Returns a reference to the initializer that a spec describes. If the spec turns out to be wrong
   * later, the error points at its place.
   */
  static Initializer named(Spec spec) {
    return new InitializerReference(spec);
  }

  /**
   * Returns a reference to the initializer {@code constant}, which gives every element the same
   * value.
   *
   * @throws IllegalArgumentException if the value is infinite or NaN
   */
  static Initializer constant(double value) {
    return new InitializerReference(
        Spec.of("constant").with("value", new SpecValue.Decimal(value)));
  }
}
