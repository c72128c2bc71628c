package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Optimizer;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.OptimizerChecks;
import org.junit.jupiter.api.Test;

/** Scalars are state as slots are. */
class OptimizerStateTest {
  private static final int COUNT = 23;

  @Test
  void scalarsOfTheEngineAreResumed() {
    OptimizerChecks.resumesFromItsState(new BrokenOptimizers.Counts());
  }

  @Test
  void scalarsThatDifferAfterResumingFailThoughTheWeightsDoNot() {
    Optimizer optimizer = new BrokenOptimizers.HidesItsCount();
    AssertionError failure =
        assertThrows(AssertionError.class, () -> OptimizerChecks.resumesFromItsState(optimizer));
    assertEquals(
        "O5: resumed after 7 steps of 15, number " + COUNT + ": expected 15.0, got 8.0",
        failure.getMessage());
  }

  @Test
  void theReferenceThatNothingResolvesIsNamed() {
    Optimizer optimizer = BrokenOptimizers.byRule().get("O8");
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> OptimizerChecks.learningRateIsDeclared(optimizer, PluginRegistry.of(optimizer)));
    assertEquals(
        "O8: learningRate() is the reference constant(value=0.01), which nothing resolves, because"
            + " no option holds it; declare it in options() by withPlugin(\"learning_rate\","
            + " learningRate)",
        failure.getMessage());
  }
}
