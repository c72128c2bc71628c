package dev.nn.data.tally;

import java.util.Arrays;

/**
 * The exact median of any number of doubles in a fixed memory: the numbers are gone through four
 * times, and each time 16 more bits are found of the one or two in the middle.
 */
public final class Median {
  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;
  private static final int PASSES = Long.SIZE / BITS;

  private final long[] below = new long[1 << BITS];
  private final long[] above = new long[1 << BITS];
  private int pass;
  private long count;
  private long lower;
  private long lowerRank;
  private long upper;
  private long upperRank;

  /** A pass begins, perhaps once more. */
  public void begin() {
    Arrays.fill(below, 0);
    Arrays.fill(above, 0);
    count = 0;
  }

  public void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    // As whole numbers without a sign these are in the order of the doubles, −0 before 0.
    long key = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    count++;
    int shift = Long.SIZE - BITS * (pass + 1);
    int digit = (int) (key >>> shift) & MASK;
    long prefix = pass == 0 ? 0 : key >>> (shift + BITS);
    if (prefix == lower) {
      below[digit]++;
    }
    if (prefix == upper) {
      above[digit]++;
    }
  }

  /** A pass has ended. */
  public void end() {
    if (pass == 0) {
      lowerRank = count == 0 ? 0 : (count - 1) / 2;
      upperRank = count / 2;
    }
    int digit = digit(below, lowerRank);
    lowerRank -= sum(below, digit);
    lower = (lower << BITS) | digit;
    digit = digit(above, upperRank);
    upperRank -= sum(above, digit);
    upper = (upper << BITS) | digit;
    pass++;
  }

  private static int digit(long[] counts, long rank) {
    long sum = 0;
    for (int digit = 0; digit < counts.length; digit++) {
      sum += counts[digit];
      if (sum > rank) {
        return digit;
      }
    }
    return counts.length - 1;
  }

  private static long sum(long[] counts, int end) {
    long sum = 0;
    for (int digit = 0; digit < end; digit++) {
      sum += counts[digit];
    }
    return sum;
  }

  public boolean isKnown() {
    return pass == PASSES;
  }

  /** Half way between the two in the middle; 0 if there are no numbers. */
  public double value() {
    double first = number(lower);
    return count == 0 ? 0 : count % 2 == 1 ? first : first + (number(upper) - first) / 2;
  }

  private static double number(long key) {
    return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
  }
}
