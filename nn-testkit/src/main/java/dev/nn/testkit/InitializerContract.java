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
   * What the values are to be like where the fans are these: by default nothing is promised, and
   * the rules for it are skipped.
   */
  default Promise promise(int fanIn, int fanOut) {
    return Promise.NONE;
  }

  /** Rule I1: {@link InitializerChecks#writesItsResultOnly} says what it asks for. */
  @Test
  default void i1WritesItsResultOnly() {
    Rule.numbered("I1", () -> InitializerChecks.writesItsResultOnly(plugin()));
  }

  /** Rule I2: {@link InitializerChecks#valuesAreFinite} says what it asks for. */
  @Test
  default void i2ValuesAreFinite() {
    Rule.numbered("I2", () -> InitializerChecks.valuesAreFinite(plugin()));
  }

  /** Rule I3: {@link InitializerChecks#sameStreamSameValues} says what it asks for. */
  @Test
  default void i3SameStreamSameValues() {
    Rule.numbered("I3", () -> InitializerChecks.sameStreamSameValues(plugin()));
  }

  /** Rule I4: {@link InitializerChecks#streamsAreIndependent} says what it asks for. */
  @Test
  default void i4StreamsAreIndependent() {
    Rule.numbered("I4", () -> InitializerChecks.streamsAreIndependent(plugin()));
  }

  /** Rule I5: {@link InitializerChecks#momentsAreAsPromised} says what it asks for. */
  @Test
  default void i5MomentsAreAsPromised() {
    Rule.numbered("I5", () -> InitializerChecks.momentsAreAsPromised(plugin(), this::promise));
  }

  /** Rule I6: {@link InitializerChecks#rangeIsAsPromised} says what it asks for. */
  @Test
  default void i6RangeIsAsPromised() {
    Rule.numbered("I6", () -> InitializerChecks.rangeIsAsPromised(plugin(), this::promise));
  }
}
