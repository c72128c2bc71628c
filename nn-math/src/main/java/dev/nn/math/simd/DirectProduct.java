package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_ROWS;
import static dev.nn.math.simd.Lanes.WIDTH;

/**
 * A product whose operands are read where they are: for operands that fit in the caches.
 *
 * <p>Where the columns are no multiple of a vector, the last vector overlaps the one before and
 * computes some elements twice, to the same bits. So the chains must not begin at what C holds.
 */
final class DirectProduct {
  /** The k that a strip of R has in the first-level cache, while several rows of tiles meet it. */
  private static final int DEPTH = 256;

  private DirectProduct() {}

  /**
   * @param columns at least a vector; a multiple of vectors if the chains begin at what C holds
   */
  static void multiply(Block p, int rows, int columns) {
    int tiled = rows & -4;
    if (tiled >= 2 * TILE_ROWS && p.depth > DEPTH) {
      multiplyByDepth(p, tiled, columns);
    } else if (tiled > 0) {
      multiplyTiles(p, tiled, columns);
    }
    for (int i = tiled; i < rows; i++) {
      multiplyRow(p, i, columns);
    }
  }

  /** Some k after others: the chains go on from what C holds. */
  private static void multiplyByDepth(Block p, int rows, int columns) {
    int depth = p.depth;
    int left = p.leftStart;
    int right = p.rightStart;
    float[] first = p.first;
    int start = p.firstStart;
    int rowStep = p.firstRowStep;
    int columnStep = p.firstColumnStep;
    for (int k = 0; k < depth; k += DEPTH) {
      p.depth = Math.min(DEPTH, depth - k);
      p.leftStart = left + k * p.leftStep;
      p.rightStart = right + k * p.rightStep;
      multiplyTiles(p, rows, columns);
      p.firstResult();
    }
    p.depth = depth;
    p.leftStart = left;
    p.rightStart = right;
    p.first(first, start, rowStep, columnStep);
  }

  private static void multiplyTiles(Block p, int rows, int columns) {
    for (int j = 0, l; j < columns; j = l + WIDTH) {
      l = Tiles.second(j, columns);
      Tiles.strip(p, 0, rows, j, l);
    }
  }

  private static void multiplyRow(Block p, int i, int columns) {
    int last = columns - WIDTH;
    int j = 0;
    for (; j + 8 * WIDTH <= columns; j += 8 * WIDTH) {
      OneRow.byEight(p, i, j);
    }
    for (; j + 4 * WIDTH <= columns; j += 4 * WIDTH) {
      OneRow.byFour(p, i, j);
    }
    for (; j + 2 * WIDTH <= columns; j += 2 * WIDTH) {
      OneRow.byTwo(p, i, j, j + WIDTH);
    }
    if (j < last) {
      OneRow.byTwo(p, i, j, last);
    } else if (j < columns) {
      OneRow.byOne(p, i, last);
    }
  }
}
