package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Range;

/**
 * Squareplus: g(z) = (z + √(z² + b))/2, a smooth rectifier without exponentials. It is computed in
 * {@code double}, for z &lt; 0 as b/(2(√(z² + b) − z)), so that nothing overflows or cancels.
 *
 * <p>Source: Barron, <i>Squareplus: A Softplus-Like Algebraic Rectifier</i>, 2021.
 *
 * @param b squared width of the bend, more than 0
 */
public record Squareplus(double b) implements ElementwiseActivation {
  /**
   * Creates an activation and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Squareplus {
    b = Range.moreThan(0).check("b", b);
  }

  /** Creates the activation with its defaults: b = 4. */
  public Squareplus() {
    this(4);
  }

  @Override
  public String name() {
    return "squareplus";
  }

  @Override
  public String description() {
    return "(z + √(z² + b)) / 2";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("b", b);
  }

  @Override
  public Squareplus withOptions(Options complete) {
    return new Squareplus(complete.real("b"));
  }

  @Override
  public float value(float z) {
    double root = Math.sqrt((double) z * z + b);
    return (float) (z < 0 ? b / (2 * (root - z)) : (z + root) / 2);
  }

  @Override
  public float derivative(float z, float a) {
    double root = Math.sqrt((double) z * z + b);
    return (float) (z < 0 ? b / (2 * root * (root - z)) : (z + root) / (2 * root));
  }
}
