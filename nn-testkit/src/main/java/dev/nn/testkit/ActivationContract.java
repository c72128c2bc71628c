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

  /** Rule A1: {@link ActivationMatrixChecks#forwardWritesItsResultOnly} says what it asks for. */
  @Test
  default void a1ForwardWritesItsResultOnly() {
    Rule.numbered("A1", () -> ActivationMatrixChecks.forwardWritesItsResultOnly(plugin()));
  }

  /** Rule A2: {@link ActivationMatrixChecks#backwardWritesItsResultOnly} says what it asks for. */
  @Test
  default void a2BackwardWritesItsResultOnly() {
    Rule.numbered("A2", () -> ActivationMatrixChecks.backwardWritesItsResultOnly(plugin()));
  }

  /** Rule A3: {@link ActivationMatrixChecks#zeroRows} says what it asks for. */
  @Test
  default void a3ZeroRows() {
    Rule.numbered("A3", () -> ActivationMatrixChecks.zeroRows(plugin()));
  }

  /** Rule A4: {@link ActivationMatrixChecks#forwardInPlace} says what it asks for. */
  @Test
  default void a4ForwardInPlace() {
    Rule.numbered("A4", () -> ActivationMatrixChecks.forwardInPlace(plugin()));
  }

  /** Rule A5: {@link ActivationMatrixChecks#backwardInPlace} says what it asks for. */
  @Test
  default void a5BackwardInPlace() {
    Rule.numbered("A5", () -> ActivationMatrixChecks.backwardInPlace(plugin()));
  }

  /** Rule A6: {@link ActivationMatrixChecks#rowsAreIndependent} says what it asks for. */
  @Test
  default void a6RowsAreIndependent() {
    Rule.numbered("A6", () -> ActivationMatrixChecks.rowsAreIndependent(plugin()));
  }

  /** Rule A7: {@link ActivationChecks#derivative} says what it asks for. */
  @Test
  default void a7Derivative() {
    Rule.numbered("A7", () -> ActivationChecks.derivative(plugin()));
  }

  /** Rule A8: {@link ActivationChecks#bulkEqualsScalar} says what it asks for. */
  @Test
  default void a8BulkEqualsScalar() {
    Rule.numbered("A8", () -> ActivationChecks.bulkEqualsScalar(plugin()));
  }

  /** Rule A9: {@link ActivationChecks#finiteFarOut} says what it asks for. */
  @Test
  default void a9FiniteFarOut() {
    Rule.numbered("A9", () -> ActivationChecks.finiteFarOut(plugin()));
  }

  /** Rule A10: {@link ActivationChecks#notANumberPropagates} says what it asks for. */
  @Test
  default void a10NotANumberPropagates() {
    Rule.numbered("A10", () -> ActivationChecks.notANumberPropagates(plugin()));
  }

  /** Rule A11: {@link ActivationChecks#finiteNearby} says what it asks for. */
  @Test
  default void a11FiniteNearby() {
    Rule.numbered("A11", () -> ActivationChecks.finiteNearby(plugin()));
  }
}
