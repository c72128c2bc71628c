package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.PACKS_BOTH;
import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.TILE_ROWS;
import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.CacheLines;
import org.jspecify.annotations.Nullable;

/**
 * A product of operands that are so large that copies of them pay, in blocks (Goto and van de
 * Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, 2008). A panel of R, of one
 * tile's columns, is copied so that its rows lie one after the other, and meets all tiles of a
 * block of L. After the first block of k the chains go on from what C holds.
 *
 * <p>With vectors of 512 bits, L is read where it is if its rows run along k; if its columns do,
 * each k would be in another cache line and page, so a block is copied too. Tiles of shorter
 * vectors have so few multiplications for each check of an index that L is copied, unless it is
 * transposed and has few k.
 */
final class PackedProduct {
  /** Takes tiles in place of C. */
  interface Sink {
    /**
     * @param tile row after row, {@link Lanes#TILE_COLUMNS} apart
     * @param i the first of its rows
     * @param j the first of its columns
     */
    void take(float[] tile, int i, int rows, int j, int columns);
  }

  /**
   * The k of a block. Panels of 64 kB, with vectors of 512 bits, stay in the second-level cache;
   * shorter ones would fit in the first, but fetch and store each tile of C more often. Those of 16
   * kB, with 256 bits, stay in the first.
   */
  private static final int DEPTH = PACKS_BOTH ? 256 : 512;

  /**
   * Columns of a block of R: what meets them next, a panel or a row of tiles, stays in the
   * first-level cache.
   */
  private static final int COLUMNS = 4 * TILE_COLUMNS;

  /**
   * Rows of a block, whose copy stays in the second-level cache: the more, the less often R is
   * packed.
   */
  private static final int ROWS = PACKS_BOTH ? 258 : 512;

  /** With {@link Lanes#PACKS_BOTH}, a transposed L with so few k is read where it is. */
  private static final int SHALLOW = 48;

  /** Rows of L that meet a panel before they meet the next one. */
  private static final int RUN = PACKS_BOTH ? ROWS : TILE_ROWS;

  private final Block q = new Block();
  private final float[] panels = new float[CacheLines.FIRST + DEPTH * COLUMNS];
  private final float[] tile = new float[TILE_ROWS * TILE_COLUMNS];
  private float[] block = new float[0];

  // The block at hand.
  private int firstRow;
  private int lastRow;
  private int firstK;

  /** Whether tiles can be passed on: no chain goes on after the first block. */
  static boolean passesTiles(Block p) {
    return PACKS_BOTH && p.depth <= DEPTH;
  }

  void multiply(Block p, int rows, int columns) {
    multiply(p, rows, columns, null);
  }

  /**
   * @param sink takes the tiles of a product of one block, whose chains begin at 0
   */
  void multiply(Block p, int rows, int columns, @Nullable Sink sink) {
    for (firstK = 0; firstK < p.depth; firstK += DEPTH) {
      q.depth = Math.min(DEPTH, p.depth - firstK);
      for (firstRow = 0; firstRow < rows; firstRow += ROWS) {
        lastRow = Math.min(firstRow + ROWS, rows);
        if (packsLeft(p)) {
          packLeft(p);
        }
        for (int j = 0; j < columns; j += COLUMNS) {
          int width = Math.min(COLUMNS, columns - j);
          packRight(p, j, width);
          multiplyBlocks(p, j, width, sink);
        }
      }
      p.firstResult();
    }
    q.clear();
  }

  private static boolean packsLeft(Block p) {
    boolean isTransposed = p.leftRowStep == 1;
    return PACKS_BOTH ? !isTransposed || p.depth > SHALLOW : p.leftStep != 1;
  }

  /** Strips of rows, k after k. */
  private void packLeft(Block p) {
    if (block.length == 0) {
      block = new float[ROWS * DEPTH + WIDTH];
    }
    for (int i = firstRow, height; i < lastRow; i += height) {
      height = PACKS_BOTH ? Tiles.height(lastRow - i) : Math.min(WIDTH, lastRow - i);
      int step = PACKS_BOTH ? height : WIDTH;
      int from = p.leftAt(i) + firstK * p.leftStep;
      int to = (i - firstRow) * q.depth;
      int end = from + (q.depth - 1) * p.leftStep + WIDTH;
      if (p.leftRowStep == 1 && end <= p.left.length && height <= WIDTH) {
        Packing.vectors(p.left, from, p.leftStep, block, to, step, q.depth);
      } else if (height == 6 && p.leftStep == 1) {
        Packing.sixRows(p.left, from, p.leftRowStep, block, to, q.depth);
      } else {
        Packing.rows(p.left, from, p.leftRowStep, p.leftStep, height, block, to, step, q.depth);
      }
    }
  }

  /** Panel after panel. */
  private void packRight(Block p, int j, int width) {
    int from = p.rightAt(j) + firstK * p.rightStep;
    int whole = width - width % TILE_COLUMNS;
    Packing.pairs(p.right, from, p.rightStep, whole, panels, CacheLines.FIRST, q.depth);
    int to = CacheLines.FIRST + whole * q.depth;
    for (int k = 0; k < q.depth && whole < width; k++) {
      System.arraycopy(p.right, from + whole, panels, to, width - whole);
      from += p.rightStep;
      to += TILE_COLUMNS;
    }
  }

  private void multiplyBlocks(Block p, int j, int width, @Nullable Sink sink) {
    q.left(p.left, p.leftStart + firstK * p.leftStep, p.leftRowStep, p.leftStep);
    for (int from = firstRow; from < lastRow; from += RUN) {
      int to = Math.min(from + RUN, lastRow);
      for (int l = 0; l < width; l += TILE_COLUMNS) {
        q.right(panels, CacheLines.FIRST + l * q.depth - (j + l), TILE_COLUMNS);
        multiplyPanel(p, from, to, j + l, Math.min(TILE_COLUMNS, width - l), sink);
      }
    }
  }

  private void multiplyPanel(Block p, int from, int to, int j, int width, @Nullable Sink sink) {
    for (int i = from, height; i < to; i += height) {
      height = Tiles.height(to - i);
      if (PACKS_BOTH && packsLeft(p)) {
        q.left(block, (i - firstRow) * q.depth - i, 1, height);
      } else if (packsLeft(p)) {
        int strip = (i - firstRow) / WIDTH * WIDTH;
        q.left(block, strip * q.depth - strip - firstRow, 1, WIDTH);
      }
      if (sink != null) {
        q.firstZero();
        q.result(tile, -i * TILE_COLUMNS - j, TILE_COLUMNS);
        Tiles.two(q, i, i + height, j, j + WIDTH);
        sink.take(tile, i, height, j, width);
      } else if (width == TILE_COLUMNS) {
        q.first(p.first, p.firstStart, p.firstRowStep, p.firstColumnStep);
        q.result(p.result, p.resultStart, p.resultStep);
        Tiles.two(q, i, i + height, j, j + WIDTH);
      } else {
        multiplyAside(p, i, height, j, width);
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
