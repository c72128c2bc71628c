package dev.nn.testkit;

import dev.nn.api.Loss;
import org.junit.jupiter.api.Test;

/**
 * The rules for losses; {@link LossChecks}, {@link FusionChecks} and {@link LossRangeChecks} say
 * what each rule means. A test of a loss implements this interface:
 *
 * <pre>{@code
 * class MyLossTest implements LossContract {
 *   @Override
 *   public Loss plugin() {
 *     return new MyLoss();
 *   }
 * }
 * }</pre>
 */
public interface LossContract extends PluginContract<Loss> {

  /** Rule L1. */
  @Test
  default void l1ValueWritesItsResultOnly() {
    LossChecks.valueWritesItsResultOnly(plugin());
  }

  /** Rule L2. */
  @Test
  default void l2GradientWritesItsResultOnly() {
    LossChecks.gradientWritesItsResultOnly(plugin());
  }

  /** Rule L3. */
  @Test
  default void l3ZeroRows() {
    LossChecks.zeroRows(plugin());
  }

  /** Rule L4. */
  @Test
  default void l4RowsAreIndependent() {
    LossChecks.rowsAreIndependent(plugin());
  }

  /** Rule L5. */
  @Test
  default void l5DoubledBatch() {
    LossChecks.doubledBatch(plugin());
  }

  /** Rule L6. */
  @Test
  default void l6Derivative() {
    LossChecks.derivative(plugin());
  }

  /** Rule L7. */
  @Test
  default void l7NotANumberIsNoTarget() {
    LossChecks.notANumberIsNoTarget(plugin());
  }

  /** Rule L8. */
  @Test
  default void l8FusedEqualsComposed() {
    FusionChecks.fusedEqualsComposed(plugin(), registry());
  }

  /** Rule L9. */
  @Test
  default void l9FiniteAtZeroAndOne() {
    LossRangeChecks.finiteAtZeroAndOne(plugin());
  }

  /** Rule L10. */
  @Test
  default void l10FiniteFarOut() {
    LossRangeChecks.finiteFarOut(plugin());
  }

  /** Rule L11. */
  @Test
  default void l11NotANumberPropagates() {
    LossRangeChecks.notANumberPropagates(plugin());
  }
}
