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
    m.put(
        "exponential_decay(initial=0.1, rate=0.9, steps=7)",
        new ExponentialDecay(0.1, 7, 0.9, false));
    m.put(
        "exponential_decay(initial=0.1, rate=0.9, staircase=true, steps=7)",
        new ExponentialDecay(0.1, 7, 0.9, true));
    m.put(
        "polynomial_decay(end=0.01, initial=0.1, power=2, steps=20)",
        new PolynomialDecay(0.1, 20, 0.01, 2, false));
    m.put(
        "polynomial_decay(cycle=true, end=0.01, initial=0.1, power=0.5, steps=20)",
        new PolynomialDecay(0.1, 20, 0.01, 0.5, true));
    m.put(
        "inverse_time_decay(initial=0.1, rate=0.5, steps=7)",
        new InverseTimeDecay(0.1, 7, 0.5, false));
    m.put(
        "inverse_time_decay(initial=0.1, rate=0.5, staircase=true, steps=7)",
        new InverseTimeDecay(0.1, 7, 0.5, true));
    m.put(
        "cosine_decay(alpha=0.1, initial=0.1, steps=30)",
        new CosineDecay(0.1, 30, 0.1, Optional.empty(), 0));
    m.put(
        "cosine_decay(initial=0.01, steps=30, warmup_steps=9, warmup_target=0.1)",
        new CosineDecay(0.01, 30, 0, Optional.of(0.1), 9));
    m.put("cosine_decay_restarts(initial=0.1, steps=6)", new CosineDecayRestarts(0.1, 6, 2, 1, 0));
    m.put(
        "cosine_decay_restarts(alpha=0.2, initial=0.1, m_mul=0.8, steps=5, t_mul=1.5)",
        new CosineDecayRestarts(0.1, 5, 1.5, 0.8, 0.2));
    m.put(
        "cosine_decay_restarts(initial=0.1, m_mul=0.5, steps=9, t_mul=1)",
        new CosineDecayRestarts(0.1, 9, 1, 0.5, 0));
    m.put(
        "piecewise_constant(boundaries=[5, 17], values=[0.1, 0.03, 0.002])",
        new PiecewiseConstant(List.of(5L, 17L), List.of(0.1, 0.03, 0.002)));
    m.put("step_decay(initial=0.1, rate=0.3, steps=7)", new StepDecay(0.1, 7, 0.3));
    m.put("one_cycle(max=0.1, steps=40)", new OneCycle(0.1, 40, 0.3, 25, 10_000));
    m.put(
        "one_cycle(div_factor=10, final_div_factor=100, max=0.1, pct_start=0.5, steps=31)",
        new OneCycle(0.1, 31, 0.5, 10, 100));
    m.put("constant(value=0.1)", new ConstantRate(0.1));
    m.put(
        "reduce_on_plateau(cooldown=3, factor=0.4, initial=0.1, min=0.002, min_delta=0.01,"
            + " patience=2)",
        new ReduceOnPlateau(0.1, 0.4, 2, 0.01, 3, 0.002));
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
    List<double[]> lines = GOLDEN.get(key);
    double[] want = lines.get(0);
    double[] state = new double[schedule.stateSize()];
    for (int step = 0; step < want.length; step++) {
      double got = schedule.rate(step, state);
      assertEquals(want[step], got, TOLERANCE, key + ", step " + step);
      if (lines.size() > 1) {
        schedule.epochEnded(lines.get(1)[step], state);
      }
    }
  }
}
