package dev.nn.onnx.read;

/**
 * The room for numbers that a file does not have itself: where one number stands for a whole row,
 * or none. Without a bound, a few bytes could ask for all memory.
 */
final class Room {
  private static final long MOST = 1 << 22;

  private long taken;

  /**
   * Takes room for so many numbers.
   *
   * @throws Refusal if all of them together are too many
   */
  void take(long numbers) {
    taken += numbers;
    if (taken > MOST) {
      throw new Refusal(
          "its layers would have more than %s parameters that are not in the file; save it with a number for each feature"
              .formatted(MOST));
    }
  }

  float[] zeros(int n) {
    take(n);
    return new float[n];
  }

  /** A row of n numbers, which may all be the one of a constant. */
  float[] row(Constant constant, int n) {
    if (constant.isNumber()) {
      take(n);
    }
    return constant.row(n);
  }
}
