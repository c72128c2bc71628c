package dev.nn.math;

/** Deviates that are not uniform, by {@link StrictMath}, whose bits are the same everywhere. */
final class RandomDeviates {
  private RandomDeviates() {}

  /**
   * Box and Muller, <i>A Note on the Generation of Random Normal Deviates</i>, 1958: √(−2·log
   * u)·cos 2πv. The second deviate of the pair is dropped, because a spare would be state besides
   * the position.
   */
  static double gaussian(CounterRandom random) {
    double radius = Math.sqrt(2 * exponential(random));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  static double gaussian(CounterRandom random, double mean, double stddev) {
    if (!(stddev >= 0)) {
      throw new IllegalArgumentException("stddev must not be negative, but is " + stddev);
    }
    return mean + stddev * gaussian(random);
  }

  /** −log u of u = 1 − nextDouble(), which is never 0. */
  static double exponential(CounterRandom random) {
    // Adding 0 turns the −0 of u = 1 into 0.
    return -StrictMath.log(1 - random.nextDouble()) + 0.0;
  }
}
