package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleGoldenTest {
  private static final Map<String, List<double[]>> GOLDEN = golden();

  /** In units of the rate: both sides compute in double precision. */
  private static final double TOLERANCE = 1e-12;

  private static Map<String, List<double[]>> golden() {
    Map<String, List<double[]>> all = new LinkedHashMap<>(GoldenFile.read("keras_schedules.txt"));
    all.putAll(GoldenFile.read("torch_schedules.txt"));
    return all;
  }

  static Stream<String> keys() {
    return GOLDEN.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void ratesAreThoseOfKerasOrPyTorch(String key) {
    Schedule schedule = Specs.schedule(key);
    List<double[]> lines = GOLDEN.get(key);
    double[] want = lines.get(0);
    double[] state = new double[schedule.stateSize()];
    for (int step = 0; step < want.length; step++) {
      double got = schedule.rate(step, state);
      assertEquals(want[step], got, TOLERANCE * want[step], key + ", step " + step);
      if (lines.size() > 1) {
        schedule.epochEnded(lines.get(1)[step], state);
      }
    }
  }
}
