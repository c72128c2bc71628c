package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Shape;
import dev.nn.testkit.check.LayerChecks;
import org.junit.jupiter.api.Test;

/** Rule N2, its part about layers that hand their values on: a loss looks through them. */
class PassesValuesOnTest {

  private static final class Claiming extends GoodLayer {
    @Override
    public boolean passesValuesOn() {
      return true;
    }
  }

  @Test
  void aLayerThatComputesSomethingMustNotClaimToHandItsInputOn() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> LayerChecks.forwardWritesItsResultOnly(new Claiming(), Shape.of(2)));
    assertEquals(
        "N2: forward in training, which passes values on, row 0, column 0: expected",
        error.getMessage().replaceFirst("expected .*", "expected"));
  }
}
