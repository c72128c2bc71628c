package dev.nn.data.table;

import dev.nn.api.DataException;

/** How arrays grow that take rows as they come. */
final class Sizes {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private Sizes() {}

  /** The next length of a full array. */
  static int grown(int length) {
    if (length == LARGEST) {
      throw new DataException("a table holds at most " + LARGEST + " rows");
    }
    return (int) Math.min(LARGEST, length + (length >> 1) + 16L);
  }
}
