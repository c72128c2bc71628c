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

  /** Rule O1: {@link DescentChecks#descendsOnAParabola} says what it asks for. */
  @Test
  default void o1DescendsOnAParabola() {
    Rule.numbered("O1", () -> DescentChecks.descendsOnAParabola(plugin()));
  }

  /** Rule O2: {@link DescentChecks#descendsOnRosenbrock} says what it asks for. */
  @Test
  default void o2DescendsOnRosenbrock() {
    Rule.numbered("O2", () -> DescentChecks.descendsOnRosenbrock(plugin()));
  }

  /** Rule O3: {@link OptimizerChecks#keepsToItsRange} says what it asks for. */
  @Test
  default void o3KeepsToItsRange() {
    Rule.numbered("O3", () -> OptimizerChecks.keepsToItsRange(plugin()));
  }

  /** Rule O4: {@link OptimizerChecks#tilesDoNotMatter} says what it asks for. */
  @Test
  default void o4TilesDoNotMatter() {
    Rule.numbered("O4", () -> OptimizerChecks.tilesDoNotMatter(plugin()));
  }

  /** Rule O5: {@link OptimizerChecks#resumesFromItsState} says what it asks for. */
  @Test
  default void o5ResumesFromItsState() {
    Rule.numbered("O5", () -> OptimizerChecks.resumesFromItsState(plugin()));
  }

  /** Rule O6: {@link OptimizerChecks#staysFinite} says what it asks for. */
  @Test
  default void o6StaysFinite() {
    Rule.numbered("O6", () -> OptimizerChecks.staysFinite(plugin()));
  }

  /** Rule O7: {@link OptimizerChecks#learningRateCounts} says what it asks for. */
  @Test
  default void o7LearningRateCounts() {
    Rule.numbered("O7", () -> OptimizerChecks.learningRateCounts(plugin()));
  }

  /** Rule O8: {@link OptimizerChecks#learningRateIsDeclared} says what it asks for. */
  @Test
  default void o8LearningRateIsDeclared() {
    Rule.numbered("O8", () -> OptimizerChecks.learningRateIsDeclared(plugin(), registry()));
  }
}
