package dev.nn.core.internal.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.expression.Binary;
import dev.nn.api.expression.Choice;
import dev.nn.api.expression.Constant;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;
import dev.nn.api.expression.Function;
import dev.nn.api.expression.Operator;
import dev.nn.api.expression.Unary;
import dev.nn.core.layer.Dense;
import dev.nn.math.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The compiled code has the bits of the tree. */
class FormulaCompilerTest {
  private static final Expression Z = Expression.variable("z");
  private static final float[] PLACES = {
    0, -0f, 1, -1, 0.3f, -2.7f, 6, -6, 25, -90, 1e-30f, 1e10f, Float.NaN, Float.POSITIVE_INFINITY
  };

  private record Given(Expression formula) implements ExpressionActivation {
    @Override
    public String name() {
      return "given";
    }

    @Override
    public Expression formula(Expression z) {
      return formula;
    }
  }

  private static ElementwiseActivation compiled(Expression formula) {
    return CompiledFormulas.of(new Given(formula));
  }

  private static void assertSameBits(Expression formula, String hint) {
    ElementwiseActivation compiled = compiled(formula);
    Expression derivative = formula.derivative();
    for (float z : PLACES) {
      float a = formula.at(z);
      assertEquals(a, compiled.value(z), () -> hint + formula + " at " + z);
      assertEquals(
          derivative.at(z), compiled.derivative(z, a), () -> hint + derivative + " at " + z);
    }
  }

  @Test
  void everyFunctionHasItsBits() {
    for (Function function : Function.values()) {
      assertSameBits(new Unary(function, Z.plus(0.25)), "");
    }
    for (Operator operator : Operator.values()) {
      assertSameBits(new Binary(operator, Z, Z.plus(2)), "");
    }
    assertSameBits(Z, "");
    assertSameBits(Expression.constant(3), "");
    assertSameBits(Z.ifPositive(Z, Z.expm1()), "");
  }

  @Test
  void anyFormulaHasTheBitsOfItsTree() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      assertSameBits(formula(random, 5), "seed " + seed + ", formula " + i + ": ");
    }
  }

  private static Expression formula(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return random.nextInt(4) == 0 ? new Constant(random.nextInt(9) / 4.0 - 1) : Z;
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

  /** Locals beyond 255 need another form of instruction. */
  @Test
  void aLongFormulaIsCompiledToo() {
    Expression formula = Z;
    for (int i = 1; i <= 400; i++) {
      Expression part = Z.times(i / 256.0);
      formula = formula.plus(part.times(part));
    }
    assertSameBits(formula, "");
  }

  @Test
  void loopsOfAKernelHaveTheBitsOfTheTreeToo() {
    for (Expression formula : new Expression[] {Z.sigmoid(), Z.exp(), Z.max(0), Z.tanh()}) {
      Activation running =
          OwnLoops.in(new Dense(3, new Given(formula))).outputActivation().orElseThrow();
      Matrix z = Matrix.rowOf(PLACES);
      Matrix a = Matrix.zeros(1, PLACES.length);
      Matrix dz = Matrix.zeros(1, PLACES.length);
      dz.fill(2);
      running.forward(z, a);
      running.backward(z, a, dz, dz);
      for (int j = 0; j < PLACES.length; j++) {
        assertEquals(formula.at(PLACES[j]), a.get(0, j), formula + " at " + PLACES[j]);
        assertEquals(2 * formula.derivative().at(PLACES[j]), dz.get(0, j), "′ at " + PLACES[j]);
      }
    }
  }

  @Test
  void oneFormulaIsCompiledOnce() {
    assertSame(compiled(Z.exp()).getClass(), compiled(Expression.variable("z").exp()).getClass());
    assertNotSame(compiled(Z.exp()).getClass(), compiled(Z.tanh()).getClass());
    assertEquals("given", compiled(Z.exp()).name());
  }
}
