package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Schedule;
import org.junit.jupiter.api.Test;

class FtrlTest {
  /** With p = 0 the leader of all gradients so far is their sum times −α. */
  @Test
  void withStepsThatDoNotShrinkItIsASumOfGradients() {
    Tile tile = Tile.of(new Ftrl(Schedule.constant(0.5), 0, 0.1, 0, 0, 0, 0), 0, 0);
    tile.step(0.5, 1, -2).step(0.5, 3, 0.5f);
    assertArrayEquals(new float[] {-2, 0.75f}, tile.weights());
  }

  /** n goes from 0 to 9 and to 25, z to 3 and, less σw = 40·(−0.5), to 27. */
  @Test
  void theLearningRateScalesTheWeightsAsInKeras() {
    Tile tile = Tile.of(new Ftrl(Schedule.constant(0.5), -0.5, 0, 0, 0, 0, 0), 0);
    assertEquals(-0.5f, tile.step(0.5, 3).weights()[0]);
    assertEquals(-27 * 0.05f / 5, tile.step(0.05, 4).weights()[0], 1e-7f);
  }

  /** n goes from 9 to 25, so that w becomes w·(1 − (9/25)^½). */
  @Test
  void weightsStayFiniteForTheSmallestLearningRates() {
    for (double rate : new double[] {Double.MIN_VALUE, 1e-300, 1e-40, 1e-20}) {
      Tile tile = Tile.of(new Ftrl(Schedule.constant(rate), -0.5, 9, 0, 0, 0, 0), 2);
      assertEquals(0.8f, tile.step(rate, 4).weights()[0], 1e-6f, "rate " + rate);
      assertTrue(Float.isFinite(tile.slot(1)[0]), "rate " + rate);
    }
    Tile withBeta = Tile.of(new Ftrl(Schedule.constant(1e-40), -0.5, 9, 0, 0, 0, 3), 2);
    assertEquals(0.5f, withBeta.step(1e-40, 4).weights()[0], 1e-6f);
  }

  @Test
  void stepWithTheLearningRateZeroChangesNothing() {
    Tile tile = Tile.of(new Ftrl(Schedule.constant(0), -0.5, 9, 0, 0, 0, 0), 2);
    assertEquals(2, tile.step(0, 4).weights()[0]);
    assertEquals(9, tile.slot(0)[0]);
    assertEquals(0, tile.slot(1)[0]);
  }
}
