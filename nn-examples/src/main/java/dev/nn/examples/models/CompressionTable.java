package dev.nn.examples.models;

import dev.nn.core.Model;
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
 * predictions, and how many examples a second are predicted one at a time by one thread.
 */
final class CompressionTable {
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 100_000_000;

  /** So many predictions between two looks at the clock. */
  private static final int CALLS = 64;

  private final String measure;
  private final ToDoubleFunction<Model> value;

  /**
   * @param measure the name of the value
   */
  CompressionTable(String measure, ToDoubleFunction<Model> value) {
    this.measure = measure;
    this.value = value;
  }

  /** The table of a model whose weights are floats. */
  String of(Model model) {
    List<Model> models = new ArrayList<>(List.of(model));
    Arrays.stream(Compression.values()).map(model::compressed).forEach(models::add);
    long[][] speeds = speeds(models);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      Model each = models.get(i);
      rows.add(
          List.of(
              each.compression()
                  .map(form -> form.name().toLowerCase(Locale.ROOT))
                  .orElse("float32"),
              String.format(Locale.ROOT, "%,d", each.toBytes().length),
              String.format(Locale.ROOT, "%.4f", value.applyAsDouble(each)),
              String.format(Locale.ROOT, "%,d", speeds[i][ROUNDS / 2])));
    }
    return Tables.of(
        List.of(
            Tables.left("weights"),
            Tables.right("bytes"),
            Tables.right(measure),
            Tables.right("single predictions/s")),
        rows);
  }

  /**
   * Of each model in each round, sorted. They take turns, so that what disturbs one disturbs all.
   */
  private static long[][] speeds(List<Model> models) {
    long[][] speeds = new long[models.size()][ROUNDS];
    float[] example = example(models.get(0).network().inputShape().size());
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < speeds.length; i++) {
        // The first round is for the compilers.
        speeds[i][Math.max(round, 0)] = speed(models.get(i), example);
      }
    }
    for (long[] ofModel : speeds) {
      Arrays.sort(ofModel);
    }
    return speeds;
  }

  private static float[] example(int size) {
    Matrix numbers = Matrix.zeros(1, size);
    CounterRandom.normal(CounterRandom.key(0), numbers, 0);
    return numbers.row(0);
  }

  private static long speed(Model model, float[] example) {
    long start = System.nanoTime();
    long calls = 0;
    long nanos;
    do {
      for (int i = 0; i < CALLS; i++) {
        float[] unused = model.predict(example);
      }
      calls += CALLS;
      nanos = System.nanoTime() - start;
    } while (nanos < ROUND_NANOS);
    return calls * 1_000_000_000 / nanos;
  }
}
