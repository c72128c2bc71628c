package dev.nn.math;

import java.util.random.RandomGenerator;

/**
 * A small counter-based random generator: draw number {@code i} of a stream is a hash of the
 * stream's key and {@code i}, so the position is the whole state, and any draw can be had without
 * the draws before it (Salmon et al., <i>Parallel Random Numbers: As Easy as 1, 2, 3</i>, 2011).
 *
 * <p>The key is itself a hash of a seed and a path of numbers, say (purpose, layer, epoch); streams
 * with different paths are independent, and 0 is as good a seed as any. Every method is defined
 * here to the last bit, so that a seed means the same numbers on every JDK. Not for cryptography,
 * and one instance is not for several threads at once; make a stream for each instead.
 */
public final class CounterRandom implements RandomGenerator {
  private final long key;
  private long position;

  private CounterRandom(long key, long position) {
    this.key = key;
    this.position = position;
  }

  /** The stream of a seed and a path, at its beginning. */
  public static CounterRandom of(long seed, long... path) {
    return ofKey(key(seed, path));
  }

  /** The stream of a key made by {@link #key(long, long...)}, at its beginning. */
  public static CounterRandom ofKey(long key) {
    return new CounterRandom(key, 0);
  }

  /** Hashes a seed and a path to the key of a stream. */
  public static long key(long seed, long... path) {
    long key = CounterHash.seed(seed);
    for (long step : path) {
      key = subkey(key, step);
    }
    return key;
  }

  /** The key of a path one step longer: {@code subkey(key(seed, a), b) == key(seed, a, b)}. */
  public static long subkey(long key, long step) {
    return CounterHash.extend(key, step);
  }

  /** The 64 bits of draw number {@code counter}, from 0, of the stream with this key. */
  public static long bits(long key, long counter) {
    return CounterHash.bits(key, counter);
  }

  /**
   * Fills row i of a matrix with the first draws of {@link #nextFloat()} of the stream {@code
   * subkey(key, firstRow + i)}: uniform in [0, 1), whoever fills the row. Allocates nothing.
   */
  public static void uniform(long key, Matrix into, long firstRow) {
    RandomRows.uniform(key, into, firstRow);
  }

  /**
   * Fills row i of a matrix with standard normal deviates, one from each draw of the stream {@code
   * subkey(key, firstRow + i)}, whoever fills the row. They lie within ±9.2 and follow the normal
   * distribution to about five digits. Allocates nothing.
   */
  public static void normal(long key, Matrix into, long firstRow) {
    RandomRows.normal(key, into, firstRow);
  }

  /** The key of this stream. */
  public long key() {
    return key;
  }

  /** The number of draws made so far; with {@link #key()} the whole state. */
  public long position() {
    return position;
  }

  /** The same stream, about to make draw number {@code position}. */
  public CounterRandom at(long position) {
    return new CounterRandom(key, position);
  }

  /** One draw: 64 uniform bits. */
  @Override
  public long nextLong() {
    return CounterHash.bits(key, position++);
  }

  /** The high 32 bits of a draw. */
  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /** The highest bit of a draw. */
  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** The high 24 bits of a draw, in [0, 1) in steps of 2⁻²⁴. */
  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  /** The high 53 bits of a draw, in [0, 1) in steps of 2⁻⁵³. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Draws as little-endian bytes, eight from each; what the last one has left is dropped. */
  @Override
  public void nextBytes(byte[] bytes) {
    long draw = 0;
    for (int i = 0; i < bytes.length; i++) {
      draw = i % 8 == 0 ? nextLong() : draw >>> 8;
      bytes[i] = (byte) draw;
    }
  }

  /** A standard normal deviate from two draws. */
  @Override
  public double nextGaussian() {
    return RandomDeviates.gaussian(this);
  }

  /** {@code mean + stddev · nextGaussian()}. */
  @Override
  public double nextGaussian(double mean, double stddev) {
    return RandomDeviates.gaussian(this, mean, stddev);
  }

  /** An exponential deviate of mean 1 from one draw, at most 36.8. */
  @Override
  public double nextExponential() {
    return RandomDeviates.exponential(this);
  }

  @Override
  public int nextInt(int bound) {
    return RandomBounds.nextInt(this, bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    return RandomBounds.nextInt(this, origin, bound);
  }

  @Override
  public long nextLong(long bound) {
    return RandomBounds.nextLong(this, bound);
  }

  @Override
  public long nextLong(long origin, long bound) {
    return RandomBounds.nextLong(this, origin, bound);
  }

  @Override
  public float nextFloat(float bound) {
    return RandomBounds.nextFloat(this, 0, bound);
  }

  @Override
  public float nextFloat(float origin, float bound) {
    return RandomBounds.nextFloat(this, origin, bound);
  }

  @Override
  public double nextDouble(double bound) {
    return RandomBounds.nextDouble(this, 0, bound);
  }

  @Override
  public double nextDouble(double origin, double bound) {
    return RandomBounds.nextDouble(this, origin, bound);
  }

  /** The key and the position, for messages. */
  @Override
  public String toString() {
    return "stream " + Long.toHexString(key) + " at " + position;
  }
}
