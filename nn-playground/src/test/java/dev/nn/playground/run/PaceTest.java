package dev.nn.playground.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;

  @Test
  void stepsAreDueAtEqualTimes() {
    Pace pace = new Pace();
    pace.start(100, 0, 0);
    assertEquals(0, pace.left(0));
    pace.stepped(MILLI);
    assertEquals(9 * MILLI, pace.left(MILLI));
    pace.stepped(12 * MILLI);
    assertEquals(8 * MILLI, pace.left(12 * MILLI));
  }

  @Test
  void whoFallsFarBehindDoesNotRunToCatchUp() {
    Pace pace = new Pace();
    pace.start(100, 0, 0);
    pace.stepped(10_000 * MILLI);
    assertEquals(-100 * MILLI, pace.left(10_000 * MILLI));
  }

  @Test
  void theSpeedIsThatOfTheLastHalfSecond() {
    Pace pace = new Pace();
    pace.start(Double.POSITIVE_INFINITY, 0, 40);
    assertEquals(1000, pace.measured(100 * MILLI, 140), 1e-9);
    assertEquals(400, pace.measured(500 * MILLI, 240), 1e-9);
    assertEquals(400, pace.measured(600 * MILLI, 999), 1e-9);
  }
}
