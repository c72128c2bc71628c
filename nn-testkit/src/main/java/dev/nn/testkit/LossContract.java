package dev.nn.testkit;

import dev.nn.api.Loss;
import dev.nn.testkit.check.FusionChecks;
import dev.nn.testkit.check.LossChecks;
import dev.nn.testkit.check.LossRangeChecks;
import dev.nn.testkit.check.Rule;
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

  /** Rule L1: {@link LossChecks#valueWritesItsResultOnly} says what it asks for. */
  @Test
  default void l1ValueWritesItsResultOnly() {
    Rule.numbered("L1", () -> LossChecks.valueWritesItsResultOnly(plugin()));
  }

  /** Rule L2: {@link LossChecks#gradientWritesItsResultOnly} says what it asks for. */
  @Test
  default void l2GradientWritesItsResultOnly() {
    Rule.numbered("L2", () -> LossChecks.gradientWritesItsResultOnly(plugin()));
  }

  /** Rule L3: {@link LossChecks#zeroRows} says what it asks for. */
  @Test
  default void l3ZeroRows() {
    Rule.numbered("L3", () -> LossChecks.zeroRows(plugin()));
  }

  /** Rule L4: {@link LossChecks#rowsAreIndependent} says what it asks for. */
  @Test
  default void l4RowsAreIndependent() {
    Rule.numbered("L4", () -> LossChecks.rowsAreIndependent(plugin()));
  }

  /** Rule L5: {@link LossChecks#doubledBatch} says what it asks for. */
  @Test
  default void l5DoubledBatch() {
    Rule.numbered("L5", () -> LossChecks.doubledBatch(plugin()));
  }

  /** Rule L6: {@link LossChecks#derivative} says what it asks for. */
  @Test
  default void l6Derivative() {
    Rule.numbered("L6", () -> LossChecks.derivative(plugin()));
  }

  /** Rule L7: {@link LossChecks#notANumberIsNoTarget} says what it asks for. */
  @Test
  default void l7NotANumberIsNoTarget() {
    Rule.numbered("L7", () -> LossChecks.notANumberIsNoTarget(plugin()));
  }

  /** Rule L8: {@link FusionChecks#fusedEqualsComposed} says what it asks for. */
  @Test
  default void l8FusedEqualsComposed() {
    Rule.numbered("L8", () -> FusionChecks.fusedEqualsComposed(plugin(), registry()));
  }

  /** Rule L9: {@link LossRangeChecks#finiteAtZeroAndOne} says what it asks for. */
  @Test
  default void l9FiniteAtZeroAndOne() {
    Rule.numbered("L9", () -> LossRangeChecks.finiteAtZeroAndOne(plugin()));
  }

  /** Rule L10: {@link LossRangeChecks#finiteFarOut} says what it asks for. */
  @Test
  default void l10FiniteFarOut() {
    Rule.numbered("L10", () -> LossRangeChecks.finiteFarOut(plugin()));
  }

  /** Rule L11: {@link LossRangeChecks#notANumberPropagates} says what it asks for. */
  @Test
  default void l11NotANumberPropagates() {
    Rule.numbered("L11", () -> LossRangeChecks.notANumberPropagates(plugin()));
  }
}
