package dev.nn.examples.models;

import dev.nn.core.Model;
import dev.nn.examples.terminal.LastLines;
import dev.nn.examples.terminal.Tables;
import dev.nn.math.Compression;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What compressed weights cost and what they bring: the size of the file, a measure of the
 * predictions, and how many examples a second are predicted by one caller, one at a time.
 */
final class CompressionTable {
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 100_000_000;
  private static final long WARM_UP_NANOS = 1_000_000_000;

  /** So many predictions between two looks at the clock. */
  private static final int CALLS = 64;

  private final String measure;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String weights, long bytes, double value, long speed) {}

  /**
   * @param model one whose weights are floats
   * @param measure the name of the value
   */
  CompressionTable(Model model, String measure, ToDoubleFunction<Model> value) {
    this.measure = measure;
    List<Model> models = new ArrayList<>(List.of(model));
    Arrays.stream(Compression.values()).map(model::compressed).forEach(models::add);
    long[] speeds = speeds(models);
    for (int i = 0; i < speeds.length; i++) {
      Model each = models.get(i);
      rows.add(
          new Row(
              each.compression().map(Compression::toString).orElse("float32"),
              each.toBytes().length,
              value.applyAsDouble(each),
              speeds[i]));
    }
  }

  /** The table for people. */
  @Override
  public String toString() {
    return Tables.of(
        List.of(
            Tables.left("weights"),
            Tables.right("bytes"),
            Tables.right(measure),
            Tables.right("single predictions/s")),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.weights(),
                        String.format(Locale.ROOT, "%,d", row.bytes()),
                        String.format(Locale.ROOT, "%.4f", row.value()),
                        String.format(Locale.ROOT, "%,d", row.speed())))
            .toList());
  }

  /** Adds the same to the results for scripts. */
  void addTo(LastLines results) {
    for (Row row : rows) {
      results
          .with(row.weights() + " bytes", row.bytes())
          .with(row.weights() + " " + measure, row.value())
          .with(row.weights() + " single predictions per second", row.speed());
    }
  }

  /** Medians. The models take turns, so that what disturbs one disturbs all. */
  private static long[] speeds(List<Model> models) {
    float[] example = example(models.get(0).network().inputShape().size());
    for (Model model : models) {
      long unused = speed(model, example, WARM_UP_NANOS);
    }
    long[][] speeds = new long[models.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < speeds.length; i++) {
        speeds[i][round] = speed(models.get(i), example, ROUND_NANOS);
      }
    }
    return Arrays.stream(speeds).mapToLong(CompressionTable::median).toArray();
  }

  private static long median(long[] speeds) {
    return Arrays.stream(speeds).sorted().toArray()[ROUNDS / 2];
  }

  private static float[] example(int size) {
    Matrix numbers = Matrix.zeros(1, size);
    CounterRandom.normal(CounterRandom.key(0), numbers, 0);
    return numbers.row(0);
  }

  private static long speed(Model model, float[] example, long least) {
    long start = System.nanoTime();
    long calls = 0;
    long nanos;
    do {
      for (int i = 0; i < CALLS; i++) {
        float[] unused = model.predict(example);
      }
      calls += CALLS;
      nanos = System.nanoTime() - start;
    } while (nanos < least);
    return calls * 1_000_000_000 / nanos;
  }
}
