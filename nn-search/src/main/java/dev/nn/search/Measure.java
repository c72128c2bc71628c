package dev.nn.search;

/**
 * What trials are ranked by.
 *
 * @param name such as "accuracy"
 * @param moreIsBetter whether a trial with a larger number is the better one
 */
public record Measure(String name, boolean moreIsBetter) {

  /** A measure of which more is better, such as accuracy. */
  public static Measure more(String name) {
    return new Measure(name, true);
  }

  /** A measure of which less is better, such as a loss. */
  public static Measure less(String name) {
    return new Measure(name, false);
  }

  /** Below 0 if the first number is better, 0 if they are equal, above 0 if it is worse. */
  int compare(double a, double b) {
    return moreIsBetter ? Double.compare(b, a) : Double.compare(a, b);
  }
}
