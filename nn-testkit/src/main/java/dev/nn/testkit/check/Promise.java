package dev.nn.testkit.check;

import java.util.Optional;

/**
 * What an initializer promises about its values, as far as it does. The kit cannot know this, so
 * the author's test says it:
 *
 * <pre>{@code
 * @Override
 * public Promise promise(int fanIn, int fanOut) {
 *   return Promise.NONE.withMoments(0, Math.sqrt(2.0 / fanIn)).withRange(-1, 1);
 * }
 * }</pre>
 *
 * @param moments mean and standard deviation of the values
 * @param range where all of them lie
 */
public record Promise(Optional<Moments> moments, Optional<Range> range) {
  /** Nothing is promised: the rules for what would be are skipped. */
  public static final Promise NONE = new Promise(Optional.empty(), Optional.empty());

  /**
   * Mean and standard deviation of all values of a large matrix together.
   *
   * @param mean expected mean
   * @param standardDeviation square root of the expected squared distance from that mean, at least
   *     0
   */
  public record Moments(double mean, double standardDeviation) {}

  /**
   * An interval; both ends belong to it.
   *
   * @param least lower end
   * @param greatest upper end
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
    /** What is promised where the fans are these. */
    Promise of(int fanIn, int fanOut);
  }

  /** The same and moments. */
  public Promise withMoments(double mean, double standardDeviation) {
    return new Promise(Optional.of(new Moments(mean, standardDeviation)), range);
  }

  /** The same and a range. */
  public Promise withRange(double least, double greatest) {
    return new Promise(moments, Optional.of(new Range(least, greatest)));
  }
}
