package dev.nn.activations;

import dev.nn.math.FloatMath;

/**
 * What the activations that look at a whole row need to know of it. Sums are sixteen chains, as
 * {@link dev.nn.math.kernel.Kernels} orders them.
 */
final class Rows {
  private static final int CHAINS = 16;

  private Rows() {}

  /** The largest element; NaN if one is NaN. */
  static float max(float[] x, int offset, int length) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = offset; j < offset + length; j++) {
      max = Math.max(max, x[j]);
    }
    return max;
  }

  /** The smallest element; NaN if one is NaN. */
  static float min(float[] x, int offset, int length) {
    float min = Float.POSITIVE_INFINITY;
    for (int j = offset; j < offset + length; j++) {
      min = Math.min(min, x[j]);
    }
    return min;
  }

  /** Σ xⱼ. */
  static float sum(float[] x, int offset, int length) {
    return sum(x, offset, offset + length, 1);
  }

  /** A node of the tree of chains: its halves start {@code step} apart. */
  private static float sum(float[] x, int from, int to, int step) {
    if (step < CHAINS) {
      return sum(x, from, to, 2 * step) + sum(x, from + step, to, 2 * step);
    }
    float chain = 0;
    for (int j = from; j < to; j += CHAINS) {
      chain += x[j];
    }
    return chain;
  }

  /** Σ xⱼ yⱼ. */
  static float dot(float[] x, int xOffset, float[] y, int yOffset, int length) {
    return dot(x, xOffset, y, yOffset, 0, length, 1);
  }

  private static float dot(
      float[] x, int xOffset, float[] y, int yOffset, int from, int to, int step) {
    if (step < CHAINS) {
      return dot(x, xOffset, y, yOffset, from, to, 2 * step)
          + dot(x, xOffset, y, yOffset, from + step, to, 2 * step);
    }
    float chain = 0;
    for (int j = from; j < to; j += CHAINS) {
      chain = FloatMath.fma(x[xOffset + j], y[yOffset + j], chain);
    }
    return chain;
  }
}
