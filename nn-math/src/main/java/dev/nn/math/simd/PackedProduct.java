package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.TILE_ROWS;
import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.CacheLines;
import jdk.incubator.vector.FloatVector;

/**
 * A product of operands too large for the caches, in blocks (Goto and van de Geijn, <i>Anatomy of
 * High-Performance Matrix Multiplication</i>, 2008). A panel of R, of one tile's columns, is copied
 * so that its rows lie one after the other, and meets all tiles of a block of L. After the first
 * block of k the chains go on from what C holds.
 *
 * <p>L is read where it is if its rows run along k; if its columns do, each k would be in another
 * cache line and page, so a block is copied too.
 */
final class PackedProduct {
  /**
   * The k of a block. Panels take 64 kB with vectors of 512 bits and stay in the second-level
   * cache; shorter ones would fit in the first, but fetch and store each tile of C more often.
   */
  private static final int DEPTH = 512;

  /** Columns of a block of R: while a row of tiles meets them, L stays in the first-level cache. */
  private static final int COLUMNS = 4 * TILE_COLUMNS;

  /** Rows of a block: the more, the less often R is packed. */
  private static final int ROWS = 512;

  private final Block q = new Block();
  private final float[] panels = new float[CacheLines.FIRST + DEPTH * COLUMNS];
  private final float[] tile = new float[TILE_ROWS * TILE_COLUMNS];
  private float[] block = new float[0];

  // The block at hand.
  private int firstRow;
  private int lastRow;
  private int firstK;

  void multiply(Block p, int rows, int columns) {
    for (firstK = 0; firstK < p.depth; firstK += DEPTH) {
      q.depth = Math.min(DEPTH, p.depth - firstK);
      for (firstRow = 0; firstRow < rows; firstRow += ROWS) {
        lastRow = Math.min(firstRow + ROWS, rows);
        if (p.leftStep != 1) {
          packLeft(p);
        }
        for (int j = 0; j < columns; j += COLUMNS) {
          int width = Math.min(COLUMNS, columns - j);
          packRight(p, j, width);
          multiplyBlocks(p, j, width);
        }
      }
      p.firstResult();
    }
    q.clear();
  }

  /** Strips of a vector of rows, k after k. */
  private void packLeft(Block p) {
    if (block.length == 0) {
      block = new float[ROWS * DEPTH];
    }
    for (int i = firstRow; i < lastRow; i += WIDTH) {
      int from = p.leftAt(i) + firstK * p.leftStep;
      int to = (i - firstRow) * q.depth;
      if (i + WIDTH <= lastRow && p.leftRowStep == 1) {
        copyVectors(p.left, from, p.leftStep, block, to, q.depth);
      } else {
        for (int r = 0; r < Math.min(WIDTH, lastRow - i); r++) {
          for (int k = 0; k < q.depth; k++) {
            block[to + k * WIDTH + r] = p.left[from + r * p.leftRowStep + k * p.leftStep];
          }
        }
      }
    }
  }

  private static void copyVectors(
      float[] from, int start, int step, float[] to, int target, int count) {
    int x = start;
    for (int y = target; y < target + count * WIDTH; y += WIDTH) {
      FloatVector.fromArray(SPECIES, from, x).intoArray(to, y);
      x += step;
    }
  }

  /** Panel after panel. */
  private void packRight(Block p, int j, int width) {
    int from = p.rightAt(j) + firstK * p.rightStep;
    int whole = width - width % TILE_COLUMNS;
    copyPairs(p.right, from, p.rightStep, whole, panels, q.depth);
    int to = CacheLines.FIRST + whole * q.depth;
    for (int k = 0; k < q.depth && whole < width; k++) {
      System.arraycopy(p.right, from + whole, panels, to, width - whole);
      from += p.rightStep;
      to += TILE_COLUMNS;
    }
  }

  private static void copyPairs(
      float[] from, int start, int step, int columns, float[] panels, int depth) {
    int panelSize = depth * TILE_COLUMNS;
    for (int k = 0; k < depth; k++) {
      int x = start + k * step;
      int end = x + columns;
      int y = CacheLines.FIRST + k * TILE_COLUMNS;
      for (; x < end; x += TILE_COLUMNS) {
        FloatVector.fromArray(SPECIES, from, x).intoArray(panels, y);
        FloatVector.fromArray(SPECIES, from, x + WIDTH).intoArray(panels, y + WIDTH);
        y += panelSize;
      }
    }
  }

  /** Rows of tiles, one after the other. */
  private void multiplyBlocks(Block p, int j, int width) {
    q.left(p.left, p.leftStart + firstK, p.leftRowStep, 1);
    for (int i = firstRow; i < lastRow; i += TILE_ROWS) {
      int height = Math.min(TILE_ROWS, lastRow - i);
      if (p.leftStep != 1) {
        int strip = (i - firstRow) / WIDTH * WIDTH;
        q.left(block, strip * q.depth - strip - firstRow, 1, WIDTH);
      }
      q.first(p.first, p.firstStart, p.firstRowStep, p.firstColumnStep);
      q.result(p.result, p.resultStart, p.resultStep);
      int l = 0;
      for (; l + TILE_COLUMNS <= width; l += TILE_COLUMNS) {
        q.right(panels, CacheLines.FIRST + l * q.depth - (j + l), TILE_COLUMNS);
        Tiles.two(q, i, i + height, j + l, j + l + WIDTH);
      }
      if (l < width) {
        q.right(panels, CacheLines.FIRST + l * q.depth - (j + l), TILE_COLUMNS);
        multiplyAside(p, i, height, j + l, width - l);
      }
    }
  }

  /** A tile of fewer columns. */
  private void multiplyAside(Block p, int i, int height, int j, int width) {
    q.result(tile, -i * TILE_COLUMNS - j, TILE_COLUMNS);
    q.firstResult();
    for (int r = 0; r < height; r++) {
      int to = r * TILE_COLUMNS;
      for (int l = 0; l < width; l++) {
        tile[to + l] = p.first[p.firstAt(i + r, j + l)];
      }
    }
    Tiles.two(q, i, i + height, j, j + WIDTH);
    for (int r = 0; r < height; r++) {
      System.arraycopy(tile, r * TILE_COLUMNS, p.result, p.resultAt(i + r, j), width);
    }
  }
}
