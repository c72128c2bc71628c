package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.testkit.check.ActivationChecks;
import dev.nn.testkit.check.ActivationMatrixChecks;
import dev.nn.testkit.check.Rule;
import org.junit.jupiter.api.Test;

/**
 * The rules for activations; {@link ActivationMatrixChecks} and {@link ActivationChecks} say what
 * each rule means. A test of an activation implements this interface:
 *
 * <pre>{@code
 * class MyActivationTest implements ActivationContract {
 *   @Override
 *   public Activation plugin() {
 *     return new MyActivation();
 *   }
 * }
 * }</pre>
 */
public interface ActivationContract extends PluginContract<Activation> {

  /** Checks rule A1, which {@link ActivationMatrixChecks#forwardWritesItsResultOnly} explains. */
  @Test
  default void a1ForwardWritesItsResultOnly() {
    Rule.numbered("A1", () -> ActivationMatrixChecks.forwardWritesItsResultOnly(plugin()));
  }

  /** Checks rule A2, which {@link ActivationMatrixChecks#backwardWritesItsResultOnly} explains. */
  @Test
  default void a2BackwardWritesItsResultOnly() {
    Rule.numbered("A2", () -> ActivationMatrixChecks.backwardWritesItsResultOnly(plugin()));
  }

  /** Checks rule A3, which {@link ActivationMatrixChecks#zeroRows} explains. */
  @Test
  default void a3ZeroRows() {
    Rule.numbered("A3", () -> ActivationMatrixChecks.zeroRows(plugin()));
  }

  /** Checks rule A4, which {@link ActivationMatrixChecks#forwardInPlace} explains. */
  @Test
  default void a4ForwardInPlace() {
    Rule.numbered("A4", () -> ActivationMatrixChecks.forwardInPlace(plugin()));
  }

  /** Checks rule A5, which {@link ActivationMatrixChecks#backwardInPlace} explains. */
  @Test
  default void a5BackwardInPlace() {
    Rule.numbered("A5", () -> ActivationMatrixChecks.backwardInPlace(plugin()));
  }

  /** Checks rule A6, which {@link ActivationMatrixChecks#rowsAreIndependent} explains. */
  @Test
  default void a6RowsAreIndependent() {
    Rule.numbered("A6", () -> ActivationMatrixChecks.rowsAreIndependent(plugin()));
  }

  /** Checks rule A7, which {@link ActivationChecks#derivative} explains. */
  @Test
  default void a7Derivative() {
    Rule.numbered("A7", () -> ActivationChecks.derivative(plugin()));
  }

  /** Checks rule A8, which {@link ActivationChecks#bulkEqualsScalar} explains. */
  @Test
  default void a8BulkEqualsScalar() {
    Rule.numbered("A8", () -> ActivationChecks.bulkEqualsScalar(plugin()));
  }

  /** Checks rule A9, which {@link ActivationChecks#finiteFarOut} explains. */
  @Test
  default void a9FiniteFarOut() {
    Rule.numbered("A9", () -> ActivationChecks.finiteFarOut(plugin()));
  }

  /** Checks rule A10, which {@link ActivationChecks#notANumberPropagates} explains. */
  @Test
  default void a10NotANumberPropagates() {
    Rule.numbered("A10", () -> ActivationChecks.notANumberPropagates(plugin()));
  }

  /** Checks rule A11, which {@link ActivationChecks#finiteNearby} explains. */
  @Test
  default void a11FiniteNearby() {
    Rule.numbered("A11", () -> ActivationChecks.finiteNearby(plugin()));
  }
}
