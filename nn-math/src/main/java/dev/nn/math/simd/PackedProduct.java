package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.TILE_ROWS;
import static dev.nn.math.simd.Lanes.WIDTH;

/**
 * A product of operands too large for the caches, in blocks (Goto and van de Geijn, <i>Anatomy of
 * High-Performance Matrix Multiplication</i>, 2008). A block of L is copied so that its tiles lie
 * one after the other, and stays in the second-level cache; a panel of R of one tile's columns
 * stays in the first-level cache while all tiles of the block meet it. After the first block of k
 * the chains go on from what C holds.
 */
final class PackedProduct {
  /** The k of a block: a panel of R takes 32 kB with vectors of 512 bits. */
  private static final int DEPTH = 256;

  /** Rows of a block of L, which takes 256 kB. */
  private static final int ROWS = 256;

  /**
   * Large arrays begin at a page and their elements 16 bytes on, so that the vectors of a panel
   * that begins here lie in one cache line each.
   */
  private static final int ALIGNED = 12;

  private final Block q = new Block();
  private final float[] block = new float[ROWS * DEPTH];
  private final float[] panel = new float[ALIGNED + DEPTH * TILE_COLUMNS];
  private final float[] tile = new float[TILE_ROWS * TILE_COLUMNS];

  // The block at hand.
  private int firstRow;
  private int lastRow;
  private int firstK;

  void multiply(Block p, int rows, int columns) {
    for (firstK = 0; firstK < p.depth; firstK += DEPTH) {
      q.depth = Math.min(DEPTH, p.depth - firstK);
      for (firstRow = 0; firstRow < rows; firstRow += ROWS) {
        lastRow = Math.min(firstRow + ROWS, rows);
        packLeft(p);
        for (int j = 0; j < columns; j += TILE_COLUMNS) {
          int width = Math.min(TILE_COLUMNS, columns - j);
          packRight(p, j, width);
          multiplyPanel(p, j, width);
        }
      }
      p.firstResult();
    }
    q.clear();
  }

  /** Tile after tile, the rows of each k side by side; rows that L has not are left as they are. */
  private void packLeft(Block p) {
    for (int i = firstRow; i < lastRow; i += TILE_ROWS) {
      int height = Math.min(TILE_ROWS, lastRow - i);
      int to = (i - firstRow) * q.depth;
      for (int r = 0; r < height; r++) {
        Strips.copy(
            p.left, p.leftAt(i + r) + firstK * p.leftStep, p.leftStep, block, to + r, q.depth);
      }
    }
  }

  private void packRight(Block p, int j, int width) {
    int from = p.rightAt(j) + firstK * p.rightStep;
    for (int k = 0; k < q.depth; k++) {
      System.arraycopy(p.right, from, panel, ALIGNED + k * TILE_COLUMNS, width);
      from += p.rightStep;
    }
  }

  private void multiplyPanel(Block p, int j, int width) {
    q.right(panel, ALIGNED - j, TILE_COLUMNS);
    for (int i = firstRow; i < lastRow; i += TILE_ROWS) {
      int height = Math.min(TILE_ROWS, lastRow - i);
      q.left(block, (i - firstRow) * q.depth - i, 1, TILE_ROWS);
      if (height == TILE_ROWS && width == TILE_COLUMNS) {
        q.first(p.first, p.firstStart, p.firstRowStep, p.firstColumnStep);
        q.result(p.result, p.resultStart, p.resultStep);
        Tiles.two(q, i, i + TILE_ROWS, j, j + WIDTH);
      } else {
        multiplyAside(p, i, height, j, width);
      }
    }
  }

  /** A tile that C has only a part of. */
  private void multiplyAside(Block p, int i, int height, int j, int width) {
    q.result(tile, -i * TILE_COLUMNS - j, TILE_COLUMNS);
    q.firstResult();
    for (int r = 0; r < height; r++) {
      int to = r * TILE_COLUMNS;
      for (int l = 0; l < width; l++) {
        tile[to + l] = p.first[p.firstAt(i + r, j + l)];
      }
    }
    Tiles.two(q, i, i + TILE_ROWS, j, j + WIDTH);
    for (int r = 0; r < height; r++) {
      System.arraycopy(tile, r * TILE_COLUMNS, p.result, p.resultAt(i + r, j), width);
    }
  }
}
