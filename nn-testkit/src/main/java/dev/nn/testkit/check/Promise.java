package dev.nn.testkit.check;

import java.util.Optional;

/**
 * What an initializer promises about its values. The kit cannot know that, so the author's test
 * says it:
 *
 * <pre>{@code
 * @Override
 * public Promise promise(int fanIn, int fanOut) {
 *   return Promise.NONE.withMoments(0, Math.sqrt(2.0 / fanIn)).withRange(-1, 1);
 * }
 * }</pre>
 *
 * @param moments the mean and the standard deviation of the values, if promised
 * @param range the interval in which all of them lie, if promised
 */
public record Promise(Optional<Moments> moments, Optional<Range> range) {
  /** A promise of nothing, for which the rules about promises are skipped. */
  public static final Promise NONE = new Promise(Optional.empty(), Optional.empty());

  /**
   * The mean and the standard deviation of all values of a large matrix together.
   *
   * @param mean the expected mean
   * @param standardDeviation the square root of the expected squared distance from that mean, at
   *     least 0
   */
  public record Moments(double mean, double standardDeviation) {}

  /**
   * An interval to which both ends belong.
   *
   * @param least the lower end
   * @param greatest the upper end
   */
  public record Range(double least, double greatest) {
    /** The ends are rounded as the values are, to floats. */
    boolean contains(double value) {
      return (float) least <= value && value <= (float) greatest;
    }
  }

  /** A promise that depends on the number of inputs and outputs. */
  @FunctionalInterface
  public interface OfFans {
    /** Returns what is promised for these numbers of inputs and outputs. */
    Promise of(int fanIn, int fanOut);
  }

  /** Returns the same promise with moments. */
  public Promise withMoments(double mean, double standardDeviation) {
    return new Promise(Optional.of(new Moments(mean, standardDeviation)), range);
  }

  /** Returns the same promise with a range. */
  public Promise withRange(double least, double greatest) {
    return new Promise(moments, Optional.of(new Range(least, greatest)));
  }
}
