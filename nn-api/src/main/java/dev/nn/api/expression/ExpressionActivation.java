package dev.nn.api.expression;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;

/**
 * An activation that is given by its formula alone. This is a complete one:
 *
 * <pre>{@code
 * public record Bump() implements ExpressionActivation {
 *   public String name() { return "acme.bump"; }
 *   public Expression formula(Expression z) { return z.times(z.plus(0.5).tanh()); }
 * }
 * }</pre>
 *
 * <p>The derivative comes from the formula, and at a kink it is one of the one-sided ones. A
 * network compiles both once, when it is built, so that its loops are as fast as those that are
 * written by hand. Outside of a network, this interface computes the same bits by walking the
 * formula, which is slow.
 */
public interface ExpressionActivation extends ElementwiseActivation {

  /**
   * Returns g(z) as a formula of z. Hyper-parameters take part as numbers.
   *
   * @param z the pre-activation
   */
  Expression formula(Expression z);

  /** Returns the formula, with the values of the hyper-parameters. */
  @Override
  default String description() {
    return formula(Expression.variable("z")).toString();
  }

  @Override
  default float value(float z) {
    return formula(Expression.variable("z")).at(z);
  }

  @Override
  default float derivative(float z, float a) {
    return formula(Expression.variable("z")).derivative().at(z);
  }

  @Override
  default void forward(Matrix z, Matrix a) {
    Expression formula = formula(Expression.variable("z"));
    for (int i = 0; i < z.rows(); i++) {
      int from = z.rowStart(i);
      int to = a.rowStart(i);
      for (int j = 0; j < z.columns(); j++) {
        a.data()[to + j] = formula.at(z.data()[from + j]);
      }
    }
  }

  @Override
  default void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
    Expression derivative = formula(Expression.variable("z")).derivative();
    for (int i = 0; i < z.rows(); i++) {
      int at = z.rowStart(i);
      int from = da.rowStart(i);
      int to = dz.rowStart(i);
      for (int j = 0; j < z.columns(); j++) {
        dz.data()[to + j] = da.data()[from + j] * derivative.at(z.data()[at + j]);
      }
    }
  }
}
