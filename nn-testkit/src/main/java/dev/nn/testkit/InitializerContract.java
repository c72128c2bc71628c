package dev.nn.testkit;

import dev.nn.api.Initializer;
import dev.nn.testkit.check.InitializerChecks;
import dev.nn.testkit.check.Promise;
import dev.nn.testkit.check.Rule;
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

  /**
   * Returns what the initializer promises about its values for these numbers of inputs and outputs.
   * By default it promises nothing, and the rules about promises are skipped.
   */
  default Promise promise(int fanIn, int fanOut) {
    return Promise.NONE;
  }

  /** Checks rule I1, which {@link InitializerChecks#writesItsResultOnly} explains. */
  @Test
  default void i1WritesItsResultOnly() {
    Rule.numbered("I1", () -> InitializerChecks.writesItsResultOnly(plugin()));
  }

  /** Checks rule I2, which {@link InitializerChecks#valuesAreFinite} explains. */
  @Test
  default void i2ValuesAreFinite() {
    Rule.numbered("I2", () -> InitializerChecks.valuesAreFinite(plugin()));
  }

  /** Checks rule I3, which {@link InitializerChecks#sameStreamSameValues} explains. */
  @Test
  default void i3SameStreamSameValues() {
    Rule.numbered("I3", () -> InitializerChecks.sameStreamSameValues(plugin()));
  }

  /** Checks rule I4, which {@link InitializerChecks#streamsAreIndependent} explains. */
  @Test
  default void i4StreamsAreIndependent() {
    Rule.numbered("I4", () -> InitializerChecks.streamsAreIndependent(plugin()));
  }

  /** Checks rule I5, which {@link InitializerChecks#momentsAreAsPromised} explains. */
  @Test
  default void i5MomentsAreAsPromised() {
    Rule.numbered("I5", () -> InitializerChecks.momentsAreAsPromised(plugin(), this::promise));
  }

  /** Checks rule I6, which {@link InitializerChecks#rangeIsAsPromised} explains. */
  @Test
  default void i6RangeIsAsPromised() {
    Rule.numbered("I6", () -> InitializerChecks.rangeIsAsPromised(plugin(), this::promise));
  }
}
