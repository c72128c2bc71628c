package dev.nn.core.internal.architecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nn.api.ElementwiseLoss;
import dev.nn.api.Loss;
import dev.nn.api.expression.Binary;
import dev.nn.api.expression.Choice;
import dev.nn.api.expression.Constant;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionLoss;
import dev.nn.api.expression.Function;
import dev.nn.api.expression.Operator;
import dev.nn.api.expression.Unary;
import dev.nn.core.loss.Huber;
import dev.nn.core.loss.LogCosh;
import dev.nn.core.loss.MeanAbsoluteError;
import dev.nn.core.loss.MeanSquaredError;
import dev.nn.math.Matrix;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses from one formula have the bits of the tree, and of the built-in losses. */
class CompiledLossTest {
  private static final int ROWS = 50;

  private record Given(BinaryOperator<Expression> of, boolean sum) implements ExpressionLoss {
    @Override
    public String name() {
      return "given";
    }

    @Override
    public Expression formula(Expression prediction, Expression target) {
      return of.apply(prediction, target);
    }
  }

  private static Given mean(BinaryOperator<Expression> formula) {
    return new Given(formula, false);
  }

  private static Expression huber(Expression error, double delta) {
    Expression size = error.abs();
    return size.minus(delta)
        .ifPositive(size.minus(delta / 2).times(delta), size.times(size).dividedBy(2));
  }

  static Stream<Arguments> builtIn() {
    BinaryOperator<Expression> square = (p, t) -> p.minus(t).power(2);
    BinaryOperator<Expression> half = (p, t) -> p.minus(t).power(2).dividedBy(2);
    return Stream.of(
        Arguments.of(new MeanSquaredError(), mean(square)),
        Arguments.of(new MeanSquaredError(true, false), mean(half)),
        Arguments.of(new MeanSquaredError(false, true), new Given(square, true)),
        Arguments.of(new MeanSquaredError(true, true), new Given(half, true)),
        Arguments.of(new MeanAbsoluteError(), mean((p, t) -> p.minus(t).abs())),
        Arguments.of(new LogCosh(), mean((p, t) -> p.minus(t).logCosh())),
        Arguments.of(new Huber(), mean((p, t) -> huber(p.minus(t), 1))),
        Arguments.of(new Huber(0.3), mean((p, t) -> huber(p.minus(t), 0.3))));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void aFormulaHasTheBitsOfTheBuiltInLoss(Loss builtIn, Given formula) {
    Loss compiled = RunningLoss.of(formula);
    assertInstanceOf(CompiledLoss.class, compiled);
    for (int columns : new int[] {1, 3, 4, 10}) {
      long seed = System.nanoTime();
      Random random = new Random(seed);
      Matrix prediction = gaussian(random, columns);
      Matrix target = gaussian(random, columns);
      String hint = "seed " + seed + ", columns " + columns;
      double[] expected = new double[ROWS];
      double[] actual = new double[ROWS];
      Matrix expectedGradient = Matrix.zeros(ROWS, columns);
      Matrix actualGradient = Matrix.zeros(ROWS, columns);
      builtIn.value(prediction, target, expected);
      builtIn.gradient(prediction, target, expectedGradient);
      for (Loss loss : new Loss[] {compiled, formula}) {
        loss.value(prediction, target, actual);
        loss.gradient(prediction, target, actualGradient);
        assertArrayEquals(expected, actual, hint);
        assertArrayEquals(expectedGradient.data(), actualGradient.data(), hint);
      }
    }
  }

  private static Matrix gaussian(Random random, int columns) {
    Matrix matrix = Matrix.zeros(ROWS, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = (float) (3 * random.nextGaussian());
    }
    return matrix;
  }

  /** Any formula: compiled code has the bits of the tree, value and derivative. */
  @Test
  void anyFormulaHasTheBitsOfItsTree() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Expression formula = formula(random, 5);
      Given loss = mean((p, t) -> formula);
      ElementwiseLoss compiled = (ElementwiseLoss) RunningLoss.of(loss);
      for (double p : new double[] {0, -0.0, 1, -2.7, 0.3, 25, 1e10, Double.NaN}) {
        for (double t : new double[] {0, 1, -0.4, 12}) {
          String hint = "seed " + seed + ", " + formula + " at " + p + ", " + t;
          assertEquals(loss.value(p, t), compiled.value(p, t), hint);
          assertEquals(loss.derivative(p, t), compiled.derivative(p, t), hint);
        }
      }
    }
  }

  /** Every function, against central differences where it is smooth. */
  @Test
  void derivativesAgreeWithCentralDifferences() {
    for (Function function : Function.values()) {
      ElementwiseLoss loss =
          (ElementwiseLoss)
              RunningLoss.of(mean((p, t) -> new Unary(function, p.times(t).plus(p)).times(t)));
      double h = function == Function.ERF || function == Function.NORMAL_CDF ? 1e-2 : 1e-5;
      for (double p : new double[] {0.2, 0.7, 1.9}) {
        double slope = (loss.value(p + h, 0.5) - loss.value(p - h, 0.5)) / (2 * h);
        assertEquals(slope, loss.derivative(p, 0.5), h == 1e-5 ? 1e-8 : 1e-4, function.symbol());
      }
    }
  }

  private static Expression formula(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> new Constant(random.nextInt(9) / 10.0 - 0.4);
        case 1 -> ExpressionLoss.TARGET;
        default -> ExpressionLoss.PREDICTION;
      };
    }
    Expression one = formula(random, depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> new Unary(any(random, Function.values()), one);
      case 1 -> new Choice(formula(random, depth - 1), one, formula(random, depth - 1));
      case 2 -> new Binary(any(random, Operator.values()), one, one);
      default -> new Binary(any(random, Operator.values()), one, formula(random, depth - 1));
    };
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void whatIsNoFormulaIsLeftAlone() {
    Loss loss = new LogCosh();
    assertSame(loss, RunningLoss.of(loss));
    assertEquals("mean of log_cosh(ŷ − y)", mean((p, t) -> p.minus(t).logCosh()).description());
  }
}
