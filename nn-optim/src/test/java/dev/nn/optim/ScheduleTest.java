package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  static List<Schedule> prototypes() {
    List<Schedule> all = new ArrayList<>();
    ServiceLoader.load(Schedule.class).forEach(all::add);
    return all;
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void ratesAreFiniteAndNotNegativeForEver(Schedule schedule) {
    double[] state = new double[schedule.stateSize()];
    for (long step : new long[] {0, 1, 299, 300, 999, 1000, 1001, 1_000_000, Long.MAX_VALUE}) {
      double rate = schedule.rate(step, state);
      assertTrue(rate >= 0 && rate <= 0.01, schedule + " at " + step + ": " + rate);
    }
  }

  @Test
  void constantIsConstant() {
    assertEquals(0.25, new ConstantRate(0.25).rate(123, new double[0]));
    assertEquals(0.01, new ConstantRate().rate(0, new double[0]));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10})
  void oneCycleOfAnyLengthIsFinite(long steps) {
    for (double pctStart : new double[] {0, 0.1, 0.5, 1}) {
      OneCycle cycle = new OneCycle(1, steps, pctStart, 25, 1e4);
      for (long step = 0; step < steps + 3; step++) {
        double rate = cycle.rate(step, new double[0]);
        assertTrue(rate > 0 && rate <= 1, cycle + " at " + step + ": " + rate);
      }
    }
  }

  @Test
  void oneCycleStaysAtItsLastRate() {
    OneCycle cycle = new OneCycle(1, 10, 0.3, 25, 1e4);
    assertEquals(4e-6, cycle.rate(9, new double[0]), 1e-18);
    assertEquals(4e-6, cycle.rate(500, new double[0]), 1e-18);
  }

  @Test
  void warmUpReachesItsTargetAndDecaysFromThere() {
    CosineDecay decay = new CosineDecay(0, 10, 0, Optional.of(1.0), 4);
    double[] want = {0, 0.25, 0.5, 0.75, 1};
    for (int step = 0; step < want.length; step++) {
      assertEquals(want[step], decay.rate(step, new double[0]), 1e-15);
    }
    assertEquals(0.5, decay.rate(9, new double[0]), 1e-15);
    assertEquals(0, decay.rate(14, new double[0]), 1e-15);
  }

  /** The rates are those of ReduceLROnPlateau of Keras 3.15.1, given these losses. */
  @Test
  void plateauIsWaitedThroughThenReducesThenCoolsDown() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 2, 0.1, 1, 0.2);
    double[] state = new double[schedule.stateSize()];
    double[] losses = {5, 4.95, 4.7, 4.65, 4.61, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 3, 2};
    double[] rates = {1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
    for (int epoch = 0; epoch < losses.length; epoch++) {
      schedule.epochEnded(losses[epoch], state);
      assertEquals(rates[epoch], schedule.rate(7, state), 1e-15, "after epoch " + epoch);
    }
  }

  @Test
  void lossThatIsNotANumberCountsAsNotBetter() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 2, 0, 0, 0);
    double[] state = new double[schedule.stateSize()];
    schedule.epochEnded(Double.NaN, state);
    assertEquals(1, schedule.rate(0, state));
    schedule.epochEnded(Double.NaN, state);
    assertEquals(0.5, schedule.rate(0, state));
  }

  @Test
  void minimumAboveTheFirstRateDoesNotRaiseIt() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(0.1, 0.5, 1, 0, 0, 0.3);
    double[] state = new double[schedule.stateSize()];
    schedule.epochEnded(1, state);
    schedule.epochEnded(1, state);
    assertEquals(0.1, schedule.rate(0, state));
  }
}
