package dev.nn.core.internal.run;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.engine.Streams;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Training examples of which a random part was set aside for validation. Both parts keep the order
 * of the data.
 *
 * @param train the examples that are left to learn from
 * @param validation the examples that were set aside
 */
record HeldOut(Dataset train, Dataset validation) {

  /**
   * Splits.
   *
   * @throws DataException if there are too few rows for both parts
   */
  static HeldOut of(Dataset data, double fraction, long seed) {
    int rows = data.rows();
    int count = (int) Math.round(rows * fraction);
    if (count < 1 || count >= rows) {
      throw new DataException(
          "%s rows cannot be split with validationSplit=%s: a part would be empty"
              .formatted(rows, fraction));
    }
    int[] order = new int[rows];
    Shuffle.shuffle(order, Streams.validationSplit(seed));
    BitSet chosen = new BitSet(rows);
    Arrays.stream(order).limit(count).forEach(chosen::set);
    return new HeldOut(
        data.select(IntStream.range(0, rows).filter(row -> !chosen.get(row)).toArray()),
        data.select(chosen.stream().toArray()));
  }
}
