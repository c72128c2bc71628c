package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_ROWS;
import static dev.nn.math.simd.Lanes.WIDTH;

/**
 * The columns of a product that do not fill a vector. Vectors read what lies beyond R's columns
 * too, or whatever is in a copy where the array ends; the lanes there compute something, which no
 * element of the result keeps.
 */
final class NarrowProduct {
  private final Block q = new Block();
  private final float[] tile = new float[TILE_ROWS * WIDTH];
  private final float[] firstRow = new float[WIDTH];
  private float[] packed = new float[64 * WIDTH];

  /** The columns {@code from} ≤ j &lt; {@code to}, fewer than a vector has. */
  void multiply(Block p, int rows, int from, int to) {
    int columns = to - from;
    q.left(p.left, p.leftStart, p.leftRowStep, p.leftStep);
    q.depth = p.depth;
    right(p, from, columns);
    int spilling = 0;
    if (!p.startsAtResult()) {
      first(p, from, columns);
      spilling = spillingRows(p, rows, columns);
      q.result(p.result, p.resultAt(0, from), p.resultStep);
      Tiles.one(q, 0, spilling, 0);
    }
    for (int i = spilling, height; i < rows; i += height) {
      height = Tiles.together(rows - i);
      multiplyAside(p, i, i + height, from, columns);
    }
    q.clear();
  }

  private void right(Block p, int from, int columns) {
    int start = p.rightAt(from);
    if (start + (p.depth - 1) * p.rightStep + WIDTH <= p.right.length) {
      q.right(p.right, start, p.rightStep);
      return;
    }
    if (packed.length < p.depth * WIDTH) {
      packed = new float[p.depth * WIDTH];
    }
    // Without vectors, which would be objects in some processes; columns are few.
    for (int k = 0; k < p.depth; k++) {
      for (int j = 0; j < columns; j++) {
        packed[k * WIDTH + j] = p.right[start + k * p.rightStep + j];
      }
    }
    q.right(packed, 0, WIDTH);
  }

  private void first(Block p, int from, int columns) {
    if (p.firstColumnStep == 0) {
      q.first(p.first, p.firstStart, 0, 0);
    } else {
      System.arraycopy(p.first, p.firstAt(0, from), firstRow, 0, columns);
      q.first(firstRow, 0, 0, 1);
    }
  }

  /**
   * How many of the first rows may be written with whole vectors: where row follows on row, what
   * one spills over the next ones is overwritten when their turn comes; a padding may hold
   * anything.
   */
  private static int spillingRows(Block p, int rows, int columns) {
    int excess = WIDTH - columns;
    if (p.resultPadding >= excess) {
      return rows;
    }
    boolean seamless = p.resultStep == columns;
    return seamless ? Math.max(0, rows - (excess + columns - 1) / columns) : 0;
  }

  /** Some rows by way of a tile of their own. */
  private void multiplyAside(Block p, int fromRow, int toRow, int from, int columns) {
    q.result(tile, -fromRow * WIDTH, WIDTH);
    if (p.startsAtResult()) {
      for (int i = fromRow; i < toRow; i++) {
        System.arraycopy(p.result, p.resultAt(i, from), tile, q.resultAt(i, 0), columns);
      }
      q.firstResult();
    }
    Tiles.one(q, fromRow, toRow, 0);
    for (int i = fromRow; i < toRow; i++) {
      System.arraycopy(tile, q.resultAt(i, 0), p.result, p.resultAt(i, from), columns);
    }
  }
}
