package dev.nn.testkit;

import dev.nn.api.Initializer;
import org.junit.jupiter.api.Test;

/**
 * The rules for initializers; {@link InitializerChecks} says what each rule means. A test of an
 * initializer implements this interface:
 *
 * <pre>{@code
 * class MyInitializerTest implements InitializerContract {
 *   @Override
 *   public Initializer plugin() {
 *     return new MyInitializer();
 *   }
 * }
 * }</pre>
 */
public interface InitializerContract extends PluginContract<Initializer> {

  /** Rule I1. */
  @Test
  default void i1WritesItsResultOnly() {
    InitializerChecks.writesItsResultOnly(plugin());
  }

  /** Rule I2. */
  @Test
  default void i2ValuesAreFinite() {
    InitializerChecks.valuesAreFinite(plugin());
  }

  /** Rule I3. */
  @Test
  default void i3SameStreamSameValues() {
    InitializerChecks.sameStreamSameValues(plugin());
  }

  /** Rule I4. */
  @Test
  default void i4StreamsAreIndependent() {
    InitializerChecks.streamsAreIndependent(plugin());
  }

  /** Rule I5. */
  @Test
  default void i5MomentsAreTheSameEverywhere() {
    InitializerChecks.momentsAreTheSameEverywhere(plugin());
  }

  /** Rule I6. */
  @Test
  default void i6RangesAreAlike() {
    InitializerChecks.rangesAreAlike(plugin());
  }
}
