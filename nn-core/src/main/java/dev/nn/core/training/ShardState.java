package dev.nn.core.training;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where a training in rounds over shards is between two steps: the weights, and what the optimizer
 * and its schedule remember. It is a value made of plain arrays, so that it can be sent to other
 * machines by whatever sends arrays:
 *
 * <pre>{@code
 * ShardState same = new ShardState(state.floats(), state.numbers(), state.steps());
 * }</pre>
 *
 * <p>The arrays are neither copied here nor by the accessors, and nobody may change them.
 */
public final class ShardState {
  private final float[][] floats;
  private final double[][] numbers;
  private final long steps;

  /**
   * Takes the arrays over.
   *
   * @param floats the parameters as the engine keeps them, then each slot of the optimizer, all of
   *     the same length
   * @param numbers the optimizer's numbers, then those of its schedule
   * @param steps updates done
   */
  public ShardState(float[][] floats, double[][] numbers, long steps) {
    if (floats.length == 0 || numbers.length != 2) {
      throw new IllegalArgumentException(
          "a state has at least 1 array of floats and 2 of numbers, got %s and %s"
              .formatted(floats.length, numbers.length));
    }
    for (float[] array : floats) {
      if (Objects.requireNonNull(array, "floats").length != floats[0].length) {
        throw new IllegalArgumentException(
            "the arrays of floats differ in length: " + floats[0].length + " and " + array.length);
      }
    }
    this.floats = floats;
    this.numbers = numbers;
    this.steps = steps;
  }

  /** The parameters, then each slot of the optimizer. */
  public float[][] floats() {
    return floats;
  }

  /** The optimizer's numbers, then those of its schedule. */
  public double[][] numbers() {
    return numbers;
  }

  /** Updates done. */
  public long steps() {
    return steps;
  }

  /** The parameters as the engine keeps them, which is with gaps between them. */
  public float[] parameters() {
    return floats[0];
  }

  /** The optimizer's slots. */
  public float[][] slots() {
    return Arrays.copyOfRange(floats, 1, floats.length);
  }
}
