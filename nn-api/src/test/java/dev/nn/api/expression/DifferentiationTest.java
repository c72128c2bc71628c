package dev.nn.api.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Derivatives that a hand derives, and how formulas are printed. */
class DifferentiationTest {
  private static final Expression Z = Expression.variable("z");

  private static void assertDerivative(String expected, Expression formula) {
    assertEquals(expected, formula.derivative().toString());
  }

  @Test
  void sumsProductsAndQuotients() {
    assertDerivative("1", Z.plus(3));
    assertDerivative("0", Z.minus(Z));
    assertDerivative("−1", Expression.constant(2).minus(Z));
    assertDerivative("z·2", Z.times(Z));
    assertDerivative("0.25", Z.dividedBy(4));
    assertDerivative("1 / z·(1 / z)·−2", Expression.constant(2).dividedBy(Z));
    assertDerivative("exp(z) + z·exp(z)", Z.times(Z.exp()));
    assertDerivative("(1 − z / exp(z)·exp(z)) / exp(z)", Z.dividedBy(Z.exp()));
  }

  @Test
  void functionsInTheFormsOfTheBuiltInActivations() {
    assertDerivative("sigmoid(z)·(1 − sigmoid(z))", Z.sigmoid());
    assertDerivative("1 − tanh(z)·tanh(z)", Z.tanh());
    assertDerivative("sigmoid(z)", Z.softplus());
    assertDerivative("exp(z)", Z.exp());
    assertDerivative("expm1(z) + 1", Z.expm1());
    assertDerivative("1 / z", Z.log());
    assertDerivative("1 / (1 + z)", Z.log1p());
    assertDerivative("0.5 / √(z)", Z.sqrt());
    assertDerivative("exp(−(z·z))·1.1283791670955126", Z.erf());
    assertDerivative("exp(z·−0.5·z)·0.3989422804014327", Z.normalCdf());
    assertDerivative("0", Z.step());
  }

  @Test
  void whatCancelsIsLeftOut() {
    assertDerivative("1 / (1 + abs(z))·(1 / (1 + abs(z)))", softsign());
    assertDerivative("tanh(z)·tanh(z)", Z.minus(Z.tanh()));
  }

  private static Expression softsign() {
    return Z.dividedBy(Expression.constant(1).plus(Z.abs()));
  }

  @Test
  void atAKinkTheSideIsThatOfTheBuiltInActivations() {
    assertEquals(0, Z.max(0).derivative().at(0));
    assertEquals(0, Z.max(0).min(6).derivative().at(6));
    assertEquals(1, Z.max(0).min(6).derivative().at(5.9f));
    assertEquals(0.2f, Z.max(Z.times(0.2)).derivative().at(0));
    assertEquals(-1, Z.abs().derivative().at(0));
    assertEquals(0.5f, Z.ifPositive(Z, Z.times(0.5)).derivative().at(0));
  }

  @Test
  void boundsThatDoNotMatterDisappearFromSteps() {
    assertDerivative("step(6 − z)·step(z)", Z.max(0).min(6));
    assertDerivative("step(z)·step(6 − z)", Z.min(6).max(0));
    assertDerivative("step(1 − max(z, 2))·step(z − 2)", Z.max(2).min(1));
  }

  @Test
  void aFormulaIsPrintedWithTheBracketsThatItNeeds() {
    assertEquals("z·tanh(z + 0.5)", Z.times(Z.plus(0.5).tanh()).toString());
    assertEquals("(z − 1)·(z + 2) / 3", Z.minus(1).times(Z.plus(2)).dividedBy(3).toString());
    assertEquals("z − (z − −1)", Z.minus(Z.minus(-1)).toString());
    assertEquals("−(z + 1)", Z.plus(1).negate().toString());
    assertEquals("max(z, 0.1)", Z.max(0.1).toString());
    assertEquals("(z if z > 0, else expm1(z))", Z.ifPositive(Z, Z.expm1()).toString());
  }

  @Test
  void aNumberIsRoundedToAFloatBeforeItTakesPart() {
    assertEquals(0.1f * 3, Z.times(0.1).at(3));
    assertEquals(27, Z.power(3).at(3));
    assertThrows(IllegalArgumentException.class, () -> Z.plus(1e39));
    assertThrows(IllegalArgumentException.class, () -> Z.power(0));
  }

  /** Without the memory for what is known, this would take 2⁶⁰ steps. */
  @Test
  void aPartThatOccursOftenIsTreatedOnce() {
    UnaryOperator<Expression> twice = x -> x.plus(x);
    Expression formula = Z;
    for (int i = 0; i < 20; i++) {
      formula = twice.apply(formula);
    }
    assertEquals(1 << 20, formula.derivative().at(0));
  }
}
