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
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Restart i is at (t_mulⁱ − 1)/(t_mul − 1), for i = 17,917,596 just before the step. */
  @Test
  void restartsThatGrowByLittleAreWhereTheGeometricSeriesPutsThem() {
    double tMul = 1.0000001;
    double step = 50_000_000;
    double rise = StrictMath.log1p(tMul - 1);
    double restarts = Math.floor(StrictMath.log1p(step * (tMul - 1)) / rise);
    double last = StrictMath.expm1(restarts * rise) / (tMul - 1);
    double part = (step - last) / StrictMath.exp(restarts * rise);
    double want = 0.05 * (1 + StrictMath.cos(Math.PI * part));
    assertEquals(17_917_596, restarts, 2);
    Schedule schedule = new CosineDecayRestarts(0.1, 1, tMul, 1, 0);
    assertEquals(want, schedule.rate((long) step, new double[0]), 1e-7);
  }

  /** One restart after another, these would take longer than anyone waits. */
  @Test
  void countlessRestartsAreNotCountedOneByOne() {
    double[] none = new double[0];
    for (double tMul : new double[] {1, Math.nextUp(1.0), 1 + 1e-12}) {
      double rate = new CosineDecayRestarts(0.1, 1, tMul, 1, 0).rate(Long.MAX_VALUE, none);
      assertTrue(rate >= 0 && rate <= 0.1, tMul + ": " + rate);
    }
    CosineDecayRestarts constant = new CosineDecayRestarts(0.1, 4, 1, 1, 0);
    assertEquals(0.05, constant.rate((1L << 52) + 2, none), 1e-15);
    assertEquals(0.1, constant.rate((1L << 52) + 4, none), 1e-15);
  }

  /** Periods of 5, 7.5, 11.25, … and of 6, 12, 24, … steps, one after another. */
  @ParameterizedTest
  @CsvSource({"5, 1.5", "6, 2", "7, 1", "64, 1.25"})
  void restartsAreThoseOfPeriodsCountedOneByOne(long steps, double tMul) {
    CosineDecayRestarts schedule = new CosineDecayRestarts(0.1, steps, tMul, 0.9, 0.2);
    double start = 0;
    double length = steps;
    int restarts = 0;
    for (long step = 0; step < 3000; step++) {
      if (step >= start + length) {
        start += length;
        length *= tMul;
        restarts++;
      }
      double fall = 0.5 * (1 + StrictMath.cos(Math.PI * ((step - start) / length)));
      double want = 0.1 * (0.8 * StrictMath.pow(0.9, restarts) * fall + 0.2);
      assertEquals(want, schedule.rate(step, new double[0]), "step " + step);
    }
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
  void lossThatIsBetterByJustMinDeltaIsNoBetter() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 1, 0.25, 0, 0);
    double[] state = new double[schedule.stateSize()];
    schedule.epochEnded(2, state);
    schedule.epochEnded(1.75, state);
    assertEquals(0.5, schedule.rate(0, state));
    schedule.epochEnded(1.5, state);
    assertEquals(0.5, schedule.rate(0, state));
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
