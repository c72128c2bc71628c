package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.RuleResult;
import dev.nn.testkit.check.RuleResult.Outcome;
import dev.nn.testkit.check.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program without JUnit is told what came of every rule. */
class RulesTest {

  private static List<RuleResult> results(Plugin plugin) {
    return Rules.in(PluginRegistry.of(plugin)).check(plugin);
  }

  private static RuleResult result(Plugin plugin, String rule) {
    return results(plugin).stream().filter(r -> r.rule().equals(rule)).findFirst().orElseThrow();
  }

  @Test
  void everyRuleOfThePluginHasOneResult() {
    assertEquals(
        List.of(
            "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "A1", "A2", "A3", "A4", "A5",
            "A6", "A7", "A8", "A9", "A10", "A11"),
        results(new GoodActivation()).stream().map(RuleResult::rule).toList());
  }

  @Test
  void whatPassesHasNothingToSay() {
    assertEquals(
        new RuleResult("A7", "derivative", Outcome.PASSED, ""), result(new GoodActivation(), "A7"));
  }

  @Test
  void whatIsSkippedSaysWhy() {
    assertEquals(
        new RuleResult(
            "A8",
            "bulkEqualsScalar",
            Outcome.SKIPPED,
            "A8: not elementwise, there is nothing to compare with"),
        result(new GoodActivation(), "A8"));
  }

  @Test
  void whatThePluginThrowsIsAFailureOfTheRule() {
    Activation broken =
        new GoodActivation() {
          @Override
          public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
            throw new StackOverflowError("too deep");
          }
        };
    assertEquals(
        new RuleResult(
            "A5",
            "backwardInPlace",
            Outcome.FAILED,
            "A5: it threw java.lang.StackOverflowError: too deep"),
        result(broken, "A5"));
    assertEquals(Outcome.PASSED, result(broken, "A4").outcome());
  }

  @Test
  void whatPassesWithAWarningSaysIt() {
    RuleResult inexact = result(new Inexact(), "P8");
    assertEquals(Outcome.PASSED, inexact.outcome());
    assertTrue(
        inexact.message().startsWith("P8: " + Inexact.class.getName() + " calls Math.exp"),
        inexact.message());
  }

  private static final class Inexact extends GoodActivation {
    @Override
    public void forward(Matrix z, Matrix a) {
      super.forward(z, a);
      a.fill((float) Math.exp(1));
    }
  }

  /** Holds an activation by a name that nobody has. */
  private static final class Holding extends BrokenOptimizers.Good {
    @Override
    public Options options() {
      return Options.NONE.withPlugin("activation", Activation.named("acme.gone"));
    }
  }

  @Test
  void aPluginThatTheRegistryLacksIsSaidOnceAndNotByEveryRule() {
    Optimizer holding = new Holding();
    SpecException missing = assertThrows(SpecException.class, () -> results(holding));
    assertTrue(missing.getMessage().contains("acme.gone"), missing::getMessage);
  }
}
