package dev.nn.data.table;

import dev.nn.api.DataException;

/** Says how arrays grow to which rows are added one by one. */
final class Sizes {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private Sizes() {}

  /** The next length of an array that is full. */
  static int grown(int length) {
    if (length == LARGEST) {
      throw new DataException("a table holds at most " + LARGEST + " rows");
    }
    return (int) Math.min(LARGEST, length + (length >> 1) + 16L);
  }
}
