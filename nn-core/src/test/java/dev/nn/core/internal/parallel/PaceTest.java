package dev.nn.core.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final int STEPS = 200_000;

  @Test
  void oneWorkerNeedsNoTrials() {
    Pace pace = Pace.upTo(1);
    for (int i = 0; i < 100; i++) {
      assertEquals(1, pace.workers());
      pace.took(1000);
    }
  }

  @ParameterizedTest
  @CsvSource({"2,1", "2,2", "3,1", "3,2", "3,3", "8,1", "8,4", "8,8"})
  void theFastestNumberDoesNearlyAllSteps(int most, int fastest) {
    IntToLongFunction nanos = workers -> workers == fastest ? 20_000 : 90_000;
    assertTrue(share(Pace.upTo(most), nanos, fastest) > 0.9);
  }

  @Test
  void aChangeOfTheMachineIsNoticed() {
    Pace pace = Pace.upTo(2);
    share(pace, workers -> workers == 2 ? 10_000 : 18_000, 2);
    assertTrue(share(pace, workers -> workers == 1 ? 18_000 : 60_000, 1) > 0.9);
  }

  @Test
  void aDisturbanceWhileTryingIsSoonForgotten() {
    Pace pace = Pace.upTo(2);
    share(pace, workers -> workers == 2 ? 10_000 : 18_000, 2);
    while (pace.workers() == 2) {
      pace.took(10_000);
    }
    long end = 10_000_000;
    long rest = 1_000_000_000;
    long alone = 0;
    for (long now = 0; now < rest; ) {
      boolean isAlone = pace.workers() == 1;
      long nanos = isAlone ? 18_000 : now < end ? 60_000 : 10_000;
      alone += isAlone ? nanos : 0;
      now += nanos;
      pace.took(nanos);
    }
    assertTrue(alone < 0.1 * rest, "alone for " + alone / 1e9 + " of the time");
  }

  @Test
  void smallDifferencesChangeNothing() {
    Pace pace = Pace.upTo(2);
    IntToLongFunction nanos = workers -> workers == 2 ? 10_000 : 9_700;
    assertTrue(share(pace, nanos, 2) > 0.9);
  }

  @Test
  void tryingTakesLittleOfTheTime() {
    Pace pace = Pace.upTo(2);
    long total = 0;
    for (int i = 0; i < STEPS; i++) {
      long nanos = pace.workers() == 1 ? 10_000 : 300_000;
      total += nanos;
      pace.took(nanos);
    }
    assertTrue(total < 1.12 * STEPS * 10_000, "overhead " + (total / (STEPS * 1e4) - 1));
  }

  private static double share(Pace pace, IntToLongFunction nanos, int fastest) {
    int hits = 0;
    for (int i = 0; i < STEPS; i++) {
      int workers = pace.workers();
      hits += workers == fastest ? 1 : 0;
      pace.took(nanos.applyAsLong(workers));
    }
    return (double) hits / STEPS;
  }
}
