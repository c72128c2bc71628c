package dev.nn.core.internal.engine;

/**
 * Bounds on gradients. Infinity stands for no bound.
 *
 * @param value the largest |g| of an element
 * @param norm the largest Euclidean norm; a longer gradient is scaled down
 * @param isGlobal whether the norm is that of all gradients together, rather than of each
 *     parameter's
 */
public record Clipping(double value, double norm, boolean isGlobal) {

  /** No bounds. */
  public static final Clipping NONE =
      new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false);

  boolean clipsValues() {
    return value < Double.POSITIVE_INFINITY;
  }

  boolean clipsNorms() {
    return norm < Double.POSITIVE_INFINITY;
  }
}
