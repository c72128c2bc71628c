package dev.nn.math;

/**
 * Fused multiply-adds without an instruction for them: a·b + c, rounded once, from ordinary
 * operations on {@code double}. {@link Math#fma} would compute it with decimal numbers of any
 * length there, a thousand times slower.
 *
 * <p>Both methods end with a sum that is first rounded <i>to odd</i>: where a sum is inexact, of
 * its two neighbours the one whose last bit is 1 is taken. Such a number never lies half-way
 * between two results, so rounding it again gives what rounding the exact sum would have given.
 *
 * <p>Source: Boldo and Melquiond, <i>Emulation of FMA and Correctly Rounded Sums: Proved Algorithms
 * Using Rounding to Odd</i>, 2008; the exact product and sum are those of Dekker (1971) and Knuth.
 */
final class SoftwareFma {
  /** 2²⁷ + 1 splits the 53 bits of a double in two halves whose products are exact. */
  private static final double SPLITTER = 0x1p27 + 1;

  /** Below it, no step overflows. */
  private static final double LARGE = 0x1p480;

  /** Above it, what a product loses is a double. */
  private static final double SMALL = 0x1p-800;

  private SoftwareFma() {}

  /** The bits of {@link Math#fma(float, float, float)}, for all floats. */
  static float fma(float a, float b, float c) {
    double product = (double) a * b; // exact: 48 bits at most, far from the ends of the range
    double sum = product + c;
    return (float) toOdd(sum, lost(product, c, sum));
  }

  /** The bits of {@link Math#fma(double, double, double)}, for all doubles. */
  static double fma(double a, double b, double c) {
    double product = a * b;
    boolean usual =
        Math.abs(product) > SMALL
            && Math.abs(a) < LARGE
            && Math.abs(b) < LARGE
            && Math.abs(c) < LARGE;
    if (!usual) {
      return Math.fma(a, b, c); // zeros, infinities and NaN are fast there too
    }
    double aHigh = upperHalf(a);
    double bHigh = upperHalf(b);
    double aLow = a - aHigh;
    double bLow = b - bHigh;
    double rest = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    double low = c + rest;
    double sum = product + low;
    double first = lost(product, low, sum);
    double second = lost(c, rest, low);
    double tail = first + second;
    return sum + toOdd(tail, lost(first, second, tail));
  }

  private static double upperHalf(double x) {
    double shifted = SPLITTER * x;
    return shifted - (shifted - x);
  }

  /** x + y − sum, exactly, where sum is x + y rounded; NaN if one of them is not finite. */
  private static double lost(double x, double y, double sum) {
    double part = sum - x;
    return (x - (sum - part)) + (y - part);
  }

  /** The exact sum + lost, rounded to odd, where sum is the nearest double. */
  private static double toOdd(double sum, double lost) {
    long bits = Double.doubleToRawLongBits(sum);
    if (lost < 0 || lost > 0) {
      // Last bits and signs are as good as random: without jumps, nothing is mispredicted.
      long away = (bits ^ Double.doubleToRawLongBits(lost)) >> 63 | 1; // 1 or −1
      long ifEven = (bits & 1) - 1; // all ones or all zeros
      bits += away & ifEven;
    }
    return Double.longBitsToDouble(bits);
  }
}
