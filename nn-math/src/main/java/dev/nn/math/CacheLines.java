package dev.nn.math;

/**
 * Where the cache lines of a processor begin in large arrays of floats. A vector of 512 bits that
 * lies across two lines costs two reads, so whoever lays out an array for kernels lets its rows
 * begin at the start of a line.
 *
 * <p>The virtual machine puts a large array at the beginning of a page, and the elements follow a
 * header of 16 bytes. Small arrays lie anywhere; for them nothing is gained, and nothing lost.
 */
public final class CacheLines {
  /** The number of floats in a cache line of 64 bytes. */
  public static final int FLOATS = 16;

  /** The index of the first element of a large array that begins a line. */
  public static final int FIRST = FLOATS - 16 / Float.BYTES;

  /**
   * Rows that begin a multiple of so many floats apart meet in few sets of the first-level cache
   * and drive each other out of it.
   */
  static final int CONFLICT = 512;

  private CacheLines() {}

  /** Returns the smallest index, from the given one on, at which a line begins. */
  public static long next(long index) {
    return index + Math.floorMod(FIRST - index, FLOATS);
  }
}
