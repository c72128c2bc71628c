package dev.nn.testkit.measure;

import java.util.Arrays;

/**
 * The average of independent samples.
 *
 * @param value the average
 * @param error its standard error, from how much the samples differ
 */
public record Estimate(double value, double error) {
  /** An estimate is never off by so many standard errors by chance. */
  private static final double SIGMAS = 7;

  public static Estimate of(double[] samples) {
    double mean = Arrays.stream(samples).average().orElseThrow();
    double squares = Arrays.stream(samples).map(s -> s - mean).map(d -> d * d).sum();
    int n = samples.length;
    return new Estimate(mean, Math.sqrt(squares / (n - 1) / n));
  }

  /**
   * Fails if the estimate is too far from the number that is wanted for that to be chance.
   *
   * @param rounding how far off it may be in addition
   */
  public void check(String what, double wanted, double rounding) {
    Fail.unless(
        Math.abs(value - wanted) <= SIGMAS * error + rounding,
        () -> "%s is %s ± %s, not %s".formatted(what, value, error, wanted));
  }
}
