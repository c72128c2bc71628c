package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.testkit.check.LayerDropChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Rule N14. */
class DropRuleTest {

  private static void check(Layer layer) {
    LayerDropChecks.droppingKeepsTheMean(layer, Shape.of(6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9, 0.99})
  void whatIsKeptMayGrowByAsMuchAsIsDropped(double rate) {
    assertDoesNotThrow(() -> check(new Dropping(rate, 1 / (1 - rate))));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.5, 1", "0.5, 0.5", "0.25, 4", "0.9, 1.1111111"})
  void anyOtherScaleIsFound(double rate, double scale) {
    String message =
        assertThrows(AssertionError.class, () -> check(new Dropping(rate, scale))).getMessage();
    assertTrue(
        message.startsWith("N14: the mean in training, as a share of the prediction, is "),
        message);
  }

  private static String skip(Layer layer) {
    return String.valueOf(
        assertThrows(TestAbortedException.class, () -> check(layer)).getMessage());
  }

  @Test
  void whatDropsNothingOrDoesOtherThingsIsSkipped() {
    assertEquals("N14: training drops nothing", skip(new GoodLayer()));
    assertEquals("N14: training gives nothing but 0", skip(new Dropping(2, 1)));
    Layer noisy =
        new Dropping(0.5, 1) {
          @Override
          float factor(float drawn) {
            return drawn < 0.5f ? 0 : drawn;
          }
        };
    assertEquals(
        "N14: training gives other things than 0 and one multiple of a prediction", skip(noisy));
  }
}
