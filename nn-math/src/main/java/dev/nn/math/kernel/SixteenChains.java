package dev.nn.math.kernel;

/**
 * Sums along a row as {@link Kernels} orders them: chain l takes every sixteenth element from l on;
 * the chains are added in a tree of halves.
 */
final class SixteenChains {
  private static final int CHAINS = 16;

  private SixteenChains() {}

  /** The sum of v[from] to v[to − 1]. */
  static float sum(float[] v, int from, int to) {
    return sum(v, from, to, 1);
  }

  /**
   * A node of the tree: chains from, from + step, from + 2·step, …. Its halves lie {@code step}
   * apart, so that chain 0 meets chain 8 at the bottom and chain 1 only at the top.
   */
  private static float sum(float[] v, int from, int to, int step) {
    if (step < CHAINS) {
      return sum(v, from, to, 2 * step) + sum(v, from + step, to, 2 * step);
    }
    float chain = 0;
    for (int i = from; i < to; i += CHAINS) {
      chain += v[i];
    }
    return chain;
  }
}
