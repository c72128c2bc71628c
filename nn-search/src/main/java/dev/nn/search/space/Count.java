package dev.nn.search.space;

/** Numbers of settings, which may be more than can be counted. */
public final class Count {
  /** Too many to be gone through, or uncountable. */
  public static final long INFINITE = Long.MAX_VALUE;

  private Count() {}

  static long sum(long a, long b) {
    return a > INFINITE - b ? INFINITE : a + b;
  }

  /** The product of two numbers above 0. */
  public static long product(long a, long b) {
    return a > INFINITE / b ? INFINITE : a * b;
  }
}
