package dev.nn.testkit;

import dev.nn.api.Optimizer;
import dev.nn.testkit.check.DescentChecks;
import dev.nn.testkit.check.OptimizerChecks;
import dev.nn.testkit.check.Rule;
import org.junit.jupiter.api.Test;

/**
 * The rules for optimizers; {@link DescentChecks} and {@link OptimizerChecks} say what each rule
 * means. A test of an optimizer implements this interface:
 *
 * <pre>{@code
 * class MyOptimizerTest implements OptimizerContract {
 *   @Override
 *   public Optimizer plugin() {
 *     return new MyOptimizer();
 *   }
 * }
 * }</pre>
 */
public interface OptimizerContract extends PluginContract<Optimizer> {

  /** Checks rule O1, which {@link DescentChecks#descendsOnAParabola} explains. */
  @Test
  default void o1DescendsOnAParabola() {
    Rule.numbered("O1", () -> DescentChecks.descendsOnAParabola(plugin()));
  }

  /** Checks rule O2, which {@link DescentChecks#descendsOnRosenbrock} explains. */
  @Test
  default void o2DescendsOnRosenbrock() {
    Rule.numbered("O2", () -> DescentChecks.descendsOnRosenbrock(plugin()));
  }

  /** Checks rule O3, which {@link OptimizerChecks#keepsToItsRange} explains. */
  @Test
  default void o3KeepsToItsRange() {
    Rule.numbered("O3", () -> OptimizerChecks.keepsToItsRange(plugin()));
  }

  /** Checks rule O4, which {@link OptimizerChecks#tilesDoNotMatter} explains. */
  @Test
  default void o4TilesDoNotMatter() {
    Rule.numbered("O4", () -> OptimizerChecks.tilesDoNotMatter(plugin()));
  }

  /** Checks rule O5, which {@link OptimizerChecks#resumesFromItsState} explains. */
  @Test
  default void o5ResumesFromItsState() {
    Rule.numbered("O5", () -> OptimizerChecks.resumesFromItsState(plugin()));
  }

  /** Checks rule O6, which {@link OptimizerChecks#staysFinite} explains. */
  @Test
  default void o6StaysFinite() {
    Rule.numbered("O6", () -> OptimizerChecks.staysFinite(plugin()));
  }

  /** Checks rule O7, which {@link OptimizerChecks#learningRateCounts} explains. */
  @Test
  default void o7LearningRateCounts() {
    Rule.numbered("O7", () -> OptimizerChecks.learningRateCounts(plugin()));
  }

  /** Checks rule O8, which {@link OptimizerChecks#learningRateIsDeclared} explains. */
  @Test
  default void o8LearningRateIsDeclared() {
    Rule.numbered("O8", () -> OptimizerChecks.learningRateIsDeclared(plugin(), registry()));
  }
}
