package dev.nn.tests.conformance.vector;

/**
 * One number of ours and the one that another implementation has in its place.
 *
 * @param what the number is
 * @param want theirs
 * @param got ours
 * @param allowed how far they may be apart
 * @param scale the mean size of the numbers that were compared together
 */
public record Comparison(String what, double want, double got, double allowed, double scale) {

  /** How far they are apart: 0 for equal ones, finite or not, and NaN if only one is a number. */
  public double error() {
    return Double.compare(want, got) == 0 ? 0 : Math.abs(want - got);
  }

  public boolean isClose() {
    return error() <= allowed;
  }

  /** The error in units of what is allowed. */
  public double share() {
    return error() == 0 ? 0 : error() / allowed;
  }

  @Override
  public String toString() {
    return "%s is %s, expected %s ± %s".formatted(what, got, want, allowed);
  }
}
