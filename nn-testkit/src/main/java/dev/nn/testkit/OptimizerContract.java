package dev.nn.testkit;

import dev.nn.api.Optimizer;
import org.junit.jupiter.api.Test;

/**
 * The rules for optimizers; {@link OptimizerChecks} says what each rule means. A test of an
 * optimizer implements this interface:
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

  /** Rule O1. */
  @Test
  default void o1DescendsOnAParabola() {
    OptimizerChecks.descendsOnAParabola(plugin());
  }

  /** Rule O2. */
  @Test
  default void o2DescendsOnRosenbrock() {
    OptimizerChecks.descendsOnRosenbrock(plugin());
  }

  /** Rule O3. */
  @Test
  default void o3KeepsToItsRange() {
    OptimizerChecks.keepsToItsRange(plugin());
  }

  /** Rule O4. */
  @Test
  default void o4TilesDoNotMatter() {
    OptimizerChecks.tilesDoNotMatter(plugin());
  }

  /** Rule O5. */
  @Test
  default void o5ResumesFromItsState() {
    OptimizerChecks.resumesFromItsState(plugin());
  }

  /** Rule O6. */
  @Test
  default void o6StaysFinite() {
    OptimizerChecks.staysFinite(plugin());
  }

  /** Rule O7. */
  @Test
  default void o7LearningRateCounts() {
    OptimizerChecks.learningRateCounts(plugin());
  }
}
