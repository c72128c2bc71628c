package dev.nn.testkit;

import dev.nn.api.Activation;
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

  /** Rule A1. */
  @Test
  default void a1ForwardWritesItsResultOnly() {
    ActivationMatrixChecks.forwardWritesItsResultOnly(plugin());
  }

  /** Rule A2. */
  @Test
  default void a2BackwardWritesItsResultOnly() {
    ActivationMatrixChecks.backwardWritesItsResultOnly(plugin());
  }

  /** Rule A3. */
  @Test
  default void a3ZeroRows() {
    ActivationMatrixChecks.zeroRows(plugin());
  }

  /** Rule A4. */
  @Test
  default void a4ForwardInPlace() {
    ActivationMatrixChecks.forwardInPlace(plugin());
  }

  /** Rule A5. */
  @Test
  default void a5BackwardInPlace() {
    ActivationMatrixChecks.backwardInPlace(plugin());
  }

  /** Rule A6. */
  @Test
  default void a6RowsAreIndependent() {
    ActivationMatrixChecks.rowsAreIndependent(plugin());
  }

  /** Rule A7. */
  @Test
  default void a7Derivative() {
    ActivationChecks.derivative(plugin());
  }

  /** Rule A8. */
  @Test
  default void a8BulkEqualsScalar() {
    ActivationChecks.bulkEqualsScalar(plugin());
  }

  /** Rule A9. */
  @Test
  default void a9FiniteFarOut() {
    ActivationChecks.finiteFarOut(plugin());
  }

  /** Rule A10. */
  @Test
  default void a10NotANumberPropagates() {
    ActivationChecks.notANumberPropagates(plugin());
  }

  /** Rule A11. */
  @Test
  default void a11FiniteNearby() {
    ActivationChecks.finiteNearby(plugin());
  }
}
