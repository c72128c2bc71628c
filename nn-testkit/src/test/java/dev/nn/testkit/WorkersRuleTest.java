package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.LayerGradientChecks;
import org.junit.jupiter.api.Test;

/** Rule N11 for layers that couple rows. */
class WorkersRuleTest {
  private static void check(Layer layer) {
    LayerChecks.workersDoNotMatter(layer, Shape.of(6));
  }

  private static String failure(Layer layer) {
    return assertThrows(AssertionError.class, () -> check(layer)).getMessage();
  }

  @Test
  void aLayerThatKeepsToItsColumnsPasses() {
    check(new Centring());
  }

  @Test
  void columnsOfOtherWorkersAreNotTouched() {
    String message = failure(new Centring.OfAllColumns());
    assertTrue(message.startsWith("N11: running after several workers, row 0"), message);
  }

  @Test
  void theRowsOfAWorkerAreNotTheBatch() {
    String message = failure(new Centring.OfItsRows());
    assertTrue(message.startsWith("N11: the gradient of the input of several workers"), message);
    LayerGradientChecks.inputGradient(new Centring.OfItsRows(), Shape.of(6));
  }

  @Test
  void aLayerThatCouplesNoRowsIsCutToo() {
    check(new GoodLayer());
  }
}
