package dev.nn.api.expression;

import dev.nn.api.ElementwiseLoss;
import dev.nn.math.Matrix;
import java.util.OptionalDouble;

/**
 * A loss that is given by its formula alone: that of one column, of which the loss of a row is the
 * mean. This is a complete one:
 *
 * <pre>{@code
 * public record Quartic() implements ExpressionLoss {
 *   public String name() { return "acme.quartic"; }
 *   public Expression formula(Expression prediction, Expression target) {
 *     return prediction.minus(target).power(4);
 *   }
 * }
 * }</pre>
 *
 * <p>The gradient comes from the formula, and at a kink it is one of the one-sided derivatives. All
 * arithmetic is that of {@code double}, as in the built-in losses, so {@code
 * prediction.minus(target).logCosh()} has the bits of {@code log_cosh}. Where the derivative is a
 * multiple of ŷ − y, the gradient is computed with {@code float} as that of {@code
 * mean_squared_error} is, and has its bits. A run compiles the formula once; outside of a run, this
 * interface computes the same bits by walking the formula, which is slow.
 */
public interface ExpressionLoss extends ElementwiseLoss {
  /** ŷ, as it is printed. */
  Expression PREDICTION = Expression.variable("ŷ");

  /** y, as it is printed. */
  Expression TARGET = Expression.variable("y");

  /**
   * Returns the loss of one column as a formula. Hyper-parameters take part as numbers.
   *
   * @param prediction ŷ
   * @param target y
   */
  Expression formula(Expression prediction, Expression target);

  /** Returns the formula, with the values of the hyper-parameters. */
  @Override
  default String description() {
    return (sum() ? "sum of " : "mean of ") + formula(PREDICTION, TARGET);
  }

  /**
   * Refuses targets that are not finite.
   *
   * @throws IllegalArgumentException for NaN and infinity
   */
  @Override
  default void checkTarget(float[] target) {
    for (int j = 0; j < target.length; j++) {
      if (!Float.isFinite(target[j])) {
        throw new IllegalArgumentException(
            "target %s in column %s must be a finite number".formatted(target[j], j));
      }
    }
  }

  @Override
  default double value(double prediction, double target) {
    return Evaluation.at(formula(PREDICTION, TARGET), prediction, TARGET, target);
  }

  @Override
  default double derivative(double prediction, double target) {
    Expression slope = formula(PREDICTION, TARGET).derivative(PREDICTION);
    return Evaluation.at(slope, prediction, TARGET, target);
  }

  @Override
  default void gradient(Matrix prediction, Matrix target, Matrix gradient) {
    OptionalDouble multiple = multipleOfError(formula(PREDICTION, TARGET).derivative(PREDICTION));
    if (multiple.isPresent()) {
      float divisor = sum() ? 1 : prediction.columns();
      errors((float) multiple.getAsDouble() / divisor, prediction, target, gradient);
    } else {
      ElementwiseLoss.super.gradient(prediction, target, gradient);
    }
  }

  /** Returns c if a derivative is c·(ŷ − y). */
  static OptionalDouble multipleOfError(Expression derivative) {
    Expression error = PREDICTION.minus(TARGET);
    if (derivative.equals(error)) {
      return OptionalDouble.of(1);
    }
    return derivative instanceof Binary product
            && product.operator() == Operator.MULTIPLY
            && product.left().equals(error)
            && product.right() instanceof Constant factor
        ? OptionalDouble.of(factor.value())
        : OptionalDouble.empty();
  }

  /** Writes factor·(ŷ − y) into the gradient. */
  static void errors(float factor, Matrix prediction, Matrix target, Matrix gradient) {
    for (int i = 0; i < prediction.rows(); i++) {
      int p = prediction.rowStart(i);
      int t = target.rowStart(i);
      int g = gradient.rowStart(i);
      for (int j = 0; j < prediction.columns(); j++) {
        gradient.data()[g + j] = factor * (prediction.data()[p + j] - target.data()[t + j]);
      }
    }
  }
}
