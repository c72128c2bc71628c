package dev.nn.math;

import java.util.random.RandomGenerator;

/**
 * A random number generator whose position is its whole state: draw number {@code i} of a stream is
 * a hash of the stream's key and of {@code i}. So any draw can be had without those before it, by
 * any thread, and a run that is resumed continues with the very draws that were due (Salmon et al.,
 * <i>Parallel Random Numbers: As Easy as 1, 2, 3</i>, 2011).
 *
 * <p>The key in turn is a hash of a seed and of a path of numbers, such as purpose, layer and
 * epoch. Streams with different paths are independent of each other, and 0 is as good a seed as
 * any.
 *
 * <pre>{@code
 * CounterRandom random = CounterRandom.of(42, 3, 0); // seed 42, say layer 3 and epoch 0
 * int die = 1 + random.nextInt(6);
 * CounterRandom other = CounterRandom.ofKey(random.key()).at(random.position());
 * // random and other go on with the same numbers
 * }</pre>
 *
 * <p>Every method is defined here to the last bit, instead of being inherited from a JDK that may
 * change it, so a seed means the same numbers everywhere and for ever. The generator is not meant
 * for cryptography. An instance must not be used by several threads at once; give each thread a
 * stream of its own instead.
 */
public final class CounterRandom implements RandomGenerator {
  private final long key;
  private long position;

  private CounterRandom(long key, long position) {
    this.key = key;
    this.position = position;
  }

  /** Returns the stream of a seed and a path, at its beginning. */
  public static CounterRandom of(long seed, long... path) {
    return ofKey(key(seed, path));
  }

  /** Returns the stream of a key that was made by {@link #key(long, long...)}, at its beginning. */
  public static CounterRandom ofKey(long key) {
    return new CounterRandom(key, 0);
  }

  /**
   * Returns the key of the stream of a seed and a path, for the methods that do without an
   * instance.
   */
  public static long key(long seed, long... path) {
    long key = CounterHash.seed(seed);
    for (long step : path) {
      key = subkey(key, step);
    }
    return key;
  }

  /**
   * Returns the key of a path that is one step longer: {@code subkey(key(seed, a), b)} equals
   * {@code key(seed, a, b)}. Whoever makes many streams that differ in the last step hashes the
   * common part of their paths only once this way.
   */
  public static long subkey(long key, long step) {
    return CounterHash.extend(key, step);
  }

  /**
   * Returns the 64 bits of one draw of the stream with this key.
   *
   * @param counter number of the draw, counted from 0
   */
  public static long bits(long key, long counter) {
    return CounterHash.bits(key, counter);
  }

  /**
   * Fills each row of a matrix with numbers that are uniform in [0, 1), from a stream of its own:
   * row i gets the first draws of {@link #nextFloat()} of the stream {@code subkey(key, firstRow +
   * i)}. So the numbers of a row depend neither on the thread that fills it nor on the rows that
   * are filled with it. Nothing is allocated.
   *
   * @param key the common part of the streams' keys
   * @param into the rows to fill
   * @param firstRow number of the matrix's row 0 among all rows, such as those of the whole batch
   */
  public static void uniform(long key, Matrix into, long firstRow) {
    RandomRows.uniform(key, into, firstRow);
  }

  /**
   * Fills each row of a matrix with standard normal deviates, from a stream of its own: row i gets
   * one from each draw of the stream {@code subkey(key, firstRow + i)}, whichever thread fills it.
   * The deviates lie within ±9.2 and follow the normal distribution to about five digits. Nothing
   * is allocated.
   *
   * @param key the common part of the streams' keys
   * @param into the rows to fill
   * @param firstRow number of the matrix's row 0 among all rows, such as those of the whole batch
   */
  public static void normal(long key, Matrix into, long firstRow) {
    RandomRows.normal(key, into, firstRow);
  }

  /** Returns the key of this stream. */
  public long key() {
    return key;
  }

  /**
   * Returns the number of draws that were made so far. Together with {@link #key()} it is the whole
   * state.
   */
  public long position() {
    return position;
  }

  /**
   * Returns the same stream at another position, about to make draw number {@code position}. This
   * instance stays where it is.
   */
  public CounterRandom at(long position) {
    return new CounterRandom(key, position);
  }

  /** Returns 64 uniform bits, which are one draw. */
  @Override
  public long nextLong() {
    return CounterHash.bits(key, position++);
  }

  /** Returns the high 32 bits of one draw. */
  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /** Returns the highest bit of one draw. */
  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /**
   * Returns a number that is uniform in [0, 1), a multiple of 2⁻²⁴: the high 24 bits of one draw.
   */
  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  /**
   * Returns a number that is uniform in [0, 1), a multiple of 2⁻⁵³: the high 53 bits of one draw.
   */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Fills an array with draws as little-endian bytes, eight from each draw. What is left of the
   * last draw is dropped.
   */
  @Override
  public void nextBytes(byte[] bytes) {
    long draw = 0;
    for (int i = 0; i < bytes.length; i++) {
      draw = i % 8 == 0 ? nextLong() : draw >>> 8;
      bytes[i] = (byte) draw;
    }
  }

  /** Returns a standard normal deviate, which takes two draws. */
  @Override
  public double nextGaussian() {
    return RandomDeviates.gaussian(this);
  }

  /**
   * Returns a normal deviate, {@code mean + stddev · nextGaussian()}.
   *
   * @throws IllegalArgumentException if the standard deviation is negative or NaN
   */
  @Override
  public double nextGaussian(double mean, double stddev) {
    return RandomDeviates.gaussian(this, mean, stddev);
  }

  /** Returns an exponential deviate of mean 1, at most 36.8, which takes one draw. */
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

  /** Returns the key and the position, for messages. */
  @Override
  public String toString() {
    return "stream " + Long.toHexString(key) + " at " + position;
  }
}
