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

  /** Checks rule L1, which {@link LossChecks#valueWritesItsResultOnly} explains. */
  @Test
  default void l1ValueWritesItsResultOnly() {
    Rule.numbered("L1", () -> LossChecks.valueWritesItsResultOnly(plugin()));
  }

  /** Checks rule L2, which {@link LossChecks#gradientWritesItsResultOnly} explains. */
  @Test
  default void l2GradientWritesItsResultOnly() {
    Rule.numbered("L2", () -> LossChecks.gradientWritesItsResultOnly(plugin()));
  }

  /** Checks rule L3, which {@link LossChecks#zeroRows} explains. */
  @Test
  default void l3ZeroRows() {
    Rule.numbered("L3", () -> LossChecks.zeroRows(plugin()));
  }

  /** Checks rule L4, which {@link LossChecks#rowsAreIndependent} explains. */
  @Test
  default void l4RowsAreIndependent() {
    Rule.numbered("L4", () -> LossChecks.rowsAreIndependent(plugin()));
  }

  /** Checks rule L5, which {@link LossChecks#doubledBatch} explains. */
  @Test
  default void l5DoubledBatch() {
    Rule.numbered("L5", () -> LossChecks.doubledBatch(plugin()));
  }

  /** Checks rule L6, which {@link LossChecks#derivative} explains. */
  @Test
  default void l6Derivative() {
    Rule.numbered("L6", () -> LossChecks.derivative(plugin()));
  }

  /** Checks rule L7, which {@link LossChecks#notANumberIsNoTarget} explains. */
  @Test
  default void l7NotANumberIsNoTarget() {
    Rule.numbered("L7", () -> LossChecks.notANumberIsNoTarget(plugin()));
  }

  /** Checks rule L8, which {@link FusionChecks#fusedEqualsComposed} explains. */
  @Test
  default void l8FusedEqualsComposed() {
    Rule.numbered("L8", () -> FusionChecks.fusedEqualsComposed(plugin(), registry()));
  }

  /** Checks rule L9, which {@link LossRangeChecks#finiteAtZeroAndOne} explains. */
  @Test
  default void l9FiniteAtZeroAndOne() {
    Rule.numbered("L9", () -> LossRangeChecks.finiteAtZeroAndOne(plugin()));
  }

  /** Checks rule L10, which {@link LossRangeChecks#finiteFarOut} explains. */
  @Test
  default void l10FiniteFarOut() {
    Rule.numbered("L10", () -> LossRangeChecks.finiteFarOut(plugin()));
  }

  /** Checks rule L11, which {@link LossRangeChecks#notANumberPropagates} explains. */
  @Test
  default void l11NotANumberPropagates() {
    Rule.numbered("L11", () -> LossRangeChecks.notANumberPropagates(plugin()));
  }
}
