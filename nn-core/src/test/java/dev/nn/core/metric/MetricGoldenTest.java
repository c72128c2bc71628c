package dev.nn.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.GoldenFile;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricGoldenTest {
  private static final Map<String, List<double[]>> GOLDEN = GoldenFile.read("metrics.txt");
  private static final double TOLERANCE = 1e-12;

  static Set<String> specs() {
    return GOLDEN.keySet();
  }

  @Test
  void everyMetricHasGoldenValues() {
    Set<String> golden = new TreeSet<>();
    GOLDEN.keySet().forEach(spec -> golden.add(spec.split("\\(")[0]));
    assertEquals(Metrics.all().keySet(), golden);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void valuesAreThoseOfScikitLearn(String spec) {
    Metric metric = Metrics.of(spec);
    List<double[]> lines = GOLDEN.get(spec);
    for (int i = 0; i < lines.size(); i += 4) {
      int columns = (int) lines.get(i)[1];
      Matrix predictions = matrix(lines.get(i + 1), columns);
      Matrix targets = matrix(lines.get(i + 2), columns);
      double value = metric.of(predictions, targets);
      assertEquals(lines.get(i + 3)[0], value, TOLERANCE, "case " + i / 4);
    }
  }

  private static Matrix matrix(double[] numbers, int columns) {
    Matrix matrix = Matrix.zeros(numbers.length / columns, columns);
    for (int i = 0; i < numbers.length; i++) {
      matrix.set(i / columns, i % columns, (float) numbers[i]);
    }
    return matrix;
  }
}
