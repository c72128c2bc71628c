package dev.nn.math.simd;

/** Copies with a stride. */
final class Strips {
  private Strips() {}

  /** Elements {@code step} apart to elements a tile's rows apart. */
  static void copy(float[] from, int start, int step, float[] to, int target, int count) {
    int source = start;
    int end = target + count * Lanes.TILE_ROWS;
    for (int i = target; i < end; i += Lanes.TILE_ROWS) {
      to[i] = from[source];
      source += step;
    }
  }
}
