package dev.nn.core.internal.safetensors;

/**
 * Decides how long the array for some numbers of a file is made. If the size of the file shows that
 * it has them all, the array has its full length at once. Otherwise it is little longer than what
 * has been read.
 */
final class ArrayLength {
  private static final int AT_FIRST = 1 << 14;

  private final int total;
  private final boolean isBacked;

  /**
   * @param position byte of the file at which they start
   * @param isBacked whether the file is known to have them all
   * @throws FormatException if no array of this process can have so many
   */
  ArrayLength(long numbers, TensorType type, long position, boolean isBacked)
      throws FormatException {
    if (numbers > Integer.MAX_VALUE - 8) {
      throw new FormatException(position, numbers + " numbers do not fit in one array");
    }
    long memory = Runtime.getRuntime().maxMemory();
    if (numbers * type.bytes() > memory) {
      throw new FormatException(
          position,
          numbers
              + " numbers do not fit in the "
              + memory
              + " bytes of memory that this process may use: start java with a larger -Xmx");
    }
    this.total = (int) numbers;
    this.isBacked = isBacked;
  }

  int atFirst() {
    return isBacked ? total : Math.min(total, AT_FIRST);
  }

  /** The next length once a given number of them has been read. */
  int next(int numbers) {
    return (int) Math.min(total, 2L * numbers);
  }
}
