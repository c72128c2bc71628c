package dev.nn.core.internal.engine;

import dev.nn.math.Matrix;

/**
 * Where the examples of a batch come from. Several workers read different rows at the same time.
 */
public interface BatchSource {

  /**
   * Copies one example.
   *
   * @param place the place of the example in the batch
   * @param row the row of both matrices that receives it
   */
  void read(int place, int row, Matrix features, Matrix targets);

  /** The weight wᵢ of an example in the loss. */
  default double weight(int place) {
    return 1;
  }
}
