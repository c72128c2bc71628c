package dev.nn.math;

/**
 * The hash behind {@link CounterRandom}: {@code mix} is the finaliser of SplitMix64 (Steele, Lea
 * and Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, 2014; constants by Stafford), a
 * bijection of 64 bits in which each bit of the input changes each bit of the output half the time.
 */
final class CounterHash {
  /** 2⁶⁴ divided by the golden ratio, odd: its multiples spread evenly, and mix(0) is avoided. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private CounterHash() {}

  static long seed(long seed) {
    return mix(seed + GOLDEN);
  }

  static long extend(long key, long step) {
    return mix(mix(key + GOLDEN) ^ step);
  }

  /**
   * Two rounds: were the counter only added to the key, as in SplitMix64, two streams could be one
   * sequence shifted; mixed first, they can share single draws but no run of draws.
   */
  static long bits(long key, long counter) {
    return mix(key + mix((counter + 1) * GOLDEN));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
