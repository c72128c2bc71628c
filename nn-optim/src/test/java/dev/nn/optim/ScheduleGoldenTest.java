package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleGoldenTest {
  private static final Map<String, List<double[]>> GOLDEN = golden();

  /** Keras computes the cosines with π as a float32. */
  private static final double TOLERANCE = 2e-8;

  private static Map<String, List<double[]>> golden() {
    Map<String, List<double[]>> all = new LinkedHashMap<>(GoldenFile.read("keras_schedules.txt"));
    all.putAll(GoldenFile.read("torch_schedules.txt"));
    return all;
  }

  private static Map<String, Schedule> examples() {
    Map<String, Schedule> m = new LinkedHashMap<>();
    m.put("exponential_decay", new ExponentialDecay(0.1, 7, 0.9, false));
    m.put("exponential_decay staircase", new ExponentialDecay(0.1, 7, 0.9, true));
    m.put("polynomial_decay", new PolynomialDecay(0.1, 20, 0.01, 2, false));
    m.put("polynomial_decay cycle", new PolynomialDecay(0.1, 20, 0.01, 0.5, true));
    m.put("inverse_time_decay", new InverseTimeDecay(0.1, 7, 0.5, false));
    m.put("inverse_time_decay staircase", new InverseTimeDecay(0.1, 7, 0.5, true));
    m.put("cosine_decay", new CosineDecay(0.1, 30, 0.1, Optional.empty(), 0));
    m.put("cosine_decay warm-up", new CosineDecay(0.01, 30, 0, Optional.of(0.1), 9));
    m.put("cosine_decay_restarts", new CosineDecayRestarts(0.1, 6, 2, 1, 0));
    m.put("cosine_decay_restarts t_mul=1.5", new CosineDecayRestarts(0.1, 5, 1.5, 0.8, 0.2));
    m.put("cosine_decay_restarts t_mul=1", new CosineDecayRestarts(0.1, 9, 1, 0.5, 0));
    m.put("piecewise_constant", new PiecewiseConstant(List.of(5L, 17L), List.of(0.1, 0.03, 0.002)));
    m.put("step_decay", new StepDecay(0.1, 7, 0.3));
    m.put("one_cycle", new OneCycle(0.1, 40, 0.3, 25, 10_000));
    m.put("one_cycle pct_start=0.5", new OneCycle(0.1, 31, 0.5, 10, 100));
    return m;
  }

  static Stream<String> keys() {
    return examples().keySet().stream();
  }

  @Test
  void everyExampleHasGoldenValuesAndNoneIsLeftOver() {
    assertEquals(GOLDEN.keySet(), examples().keySet());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void ratesAreThoseOfKerasOrPyTorch(String key) {
    Schedule schedule = examples().get(key);
    double[] want = GOLDEN.get(key).get(0);
    for (int step = 0; step < want.length; step++) {
      double got = schedule.rate(step, new double[schedule.stateSize()]);
      assertEquals(want[step], got, TOLERANCE, key + ", step " + step);
    }
  }
}
