package dev.nn.core.internal.run;

import dev.nn.api.NnException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.engine.BatchSource;
import dev.nn.core.internal.engine.Streams;
import dev.nn.math.Matrix;

/** Goes through the training examples batch by batch, in a new random order in each epoch. */
final class Batches implements BatchSource {
  private final Dataset data;
  private final RowWeights weights;
  private final int batchSize;
  private final int[] order;
  private int position;

  Batches(Examples examples, int batchSize) {
    this.data = examples.data();
    this.weights = examples.weights();
    this.batchSize = batchSize;
    this.order = new int[data.rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** Puts the examples in the order of an epoch, which depends on the seed and the epoch only. */
  void shuffle(long seed, int epoch) {
    Shuffle.shuffle(order, Streams.shuffle(seed, epoch));
  }

  /** The number of examples in an epoch. */
  int rows() {
    return order.length;
  }

  /** The number of batches in an epoch. The last batch has the examples that are left over. */
  int count() {
    return (order.length - 1) / batchSize + 1;
  }

  /** The number of batches of this epoch that are done. */
  int done() {
    return (position + batchSize - 1) / batchSize;
  }

  /** The number of rows in the next batch. */
  int nextRows() {
    return Math.min(batchSize, order.length - position);
  }

  /** Makes the batch after the next one the next. */
  void advance() {
    position += nextRows();
  }

  /** The number of examples of this epoch that are done. */
  int position() {
    return position;
  }

  /** Goes to the place at which another run was. */
  void restore(int position) {
    if (position < 0 || position > rows()) {
      throw new NnException(
          "the state is at example %s of an epoch, but there are %s".formatted(position, rows()));
    }
    this.position = position;
  }

  /** Whether no batch of this epoch is done. */
  boolean atStart() {
    return position == 0;
  }

  /** Whether all batches of this epoch are done. */
  boolean atEnd() {
    return position == order.length;
  }

  /** Goes back to the first batch. */
  void rewind() {
    position = 0;
  }

  @Override
  public void read(int place, int row, Matrix features, Matrix targets) {
    int example = order[position + place];
    data.readFeatures(example, features, row);
    data.readTarget(example, targets, row);
  }

  @Override
  public double weight(int place) {
    return weights.of(order[position + place]);
  }
}
