package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Activation;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.expression.Expression;
import dev.nn.api.expression.ExpressionActivation;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.RuleResult;
import dev.nn.testkit.check.Rules;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations that are given by a formula alone. */
class ExpressionActivationTest {
  private record Formula(String name, UnaryOperator<Expression> g) implements ExpressionActivation {
    @Override
    public Expression formula(Expression z) {
      return g.apply(z);
    }
  }

  /** With an option, and all else from the formula. */
  public record Bump(double shift) implements ExpressionActivation {
    public Bump() {
      this(0.5);
    }

    @Override
    public String name() {
      return "acme.bump";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("shift", shift);
    }

    @Override
    public Bump withOptions(Options complete) {
      return new Bump(complete.real("shift"));
    }

    @Override
    public Expression formula(Expression z) {
      return z.times(z.plus(shift).tanh());
    }
  }

  private static Arguments same(String builtIn, UnaryOperator<Expression> formula) {
    return Arguments.of(builtIn, formula);
  }

  static Stream<Arguments> formulas() {
    return Stream.of(
        same("tanh", Expression::tanh),
        same("sigmoid", Expression::sigmoid),
        same("exponential", z -> z.exp()),
        same("softplus", Expression::softplus),
        same("softsign", z -> z.dividedBy(z.abs().plus(1))),
        same("silu", z -> z.times(z.sigmoid())),
        same("silu(beta=1.7)", z -> z.times(z.times(1.7).sigmoid())),
        same("relu", z -> z.max(0)),
        same("relu6", z -> z.max(0).min(6)),
        same("hard_tanh", z -> z.min(1).max(-1)),
        same("leaky_relu(negative_slope=0.2)", z -> z.max(z.times(0.2))),
        same("elu", z -> z.ifPositive(z, z.expm1())),
        same("log_sigmoid", z -> z.negate().softplus().negate()));
  }

  /** Two hidden layers, some epochs: one bit more or less anywhere would show in the end. */
  @ParameterizedTest
  @MethodSource("formulas")
  void trainingHasTheBitsOfTheBuiltInActivation(String builtIn, UnaryOperator<Expression> formula) {
    assertArrayEquals(
        weights(Activation.named(builtIn)), weights(new Formula("test.formula", formula)));
  }

  /** Where the derivative is written in another form, the value is the same and training close. */
  @ParameterizedTest
  @MethodSource("closeFormulas")
  void trainingIsCloseToTheBuiltInActivation(String builtIn, UnaryOperator<Expression> formula) {
    assertArrayEquals(
        weights(Activation.named(builtIn)), weights(new Formula("test.formula", formula)), 1e-5f);
  }

  static Stream<Arguments> closeFormulas() {
    return Stream.of(
        same("gelu", z -> z.times(z.normalCdf())),
        same(
            "gelu(approximate=true)",
            z -> {
              Expression inner = z.times(0.044715).times(z).plus(1);
              return z.times(z.times(2 * 0.7978846f).times(inner).sigmoid());
            }),
        same(
            "mish",
            z -> {
              Expression e = z.min(20).exp();
              Expression n = e.times(e.plus(2));
              return z.times(n.dividedBy(n.plus(2)));
            }),
        same("hard_silu", z -> z.times(z.dividedBy(6).plus(0.5).min(1).max(0))),
        same("tanh_shrink", z -> z.minus(z.tanh())));
  }

  private static float[] weights(Activation activation) {
    float[][] x = new float[40][5];
    float[][] y = new float[40][2];
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 5; j++) {
        x[i][j] = (37 * (5 * i + j) % 101 - 50) / 16f;
      }
      y[i][0] = (float) Math.sqrt(Math.abs(x[i][0]));
      y[i][1] = x[i][1] * x[i][2] / 8;
    }
    Network network =
        Network.of(Shape.of(5), new Dense(19, activation), new Dense(7, activation), new Dense(2));
    Model model =
        Trainer.builder()
            .loss("mean_squared_error")
            .optimizer("adam(learning_rate=0.01)")
            .batchSize(8)
            .epochs(6)
            .seed(5)
            .withoutAdvice()
            .build()
            .fit(network, Dataset.regression(x, y))
            .model();
    int at = 0;
    float[] all = new float[(int) network.parameterCount()];
    for (String name : model.parameterNames()) {
      float[] values = model.parameter(name);
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }

  @Test
  void aFormulaKeepsTheRulesOfTheKit() {
    PluginRegistry registry = PluginRegistry.load().with(new Bump());
    List<String> broken =
        Rules.in(registry).check(new Bump(0.3)).stream()
            .filter(result -> result.outcome() == RuleResult.Outcome.FAILED)
            .map(RuleResult::message)
            .toList();
    assertEquals(List.of(), broken);
    assertEquals("z·tanh(z + 0.3)", new Bump(0.3).description());
  }
}
