package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.WIDTH;

/**
 * A product whose operands are read where they are, for it does not pay to pack them.
 *
 * <p>Where the columns are no multiple of a vector, the last vector overlaps the one before and
 * computes some elements twice, to the same bits. So the chains must not begin at what C holds.
 */
final class DirectProduct {
  private DirectProduct() {}

  /**
   * @param columns at least a vector; a multiple of vectors if the chains begin at what C holds
   */
  static void multiply(Block p, int rows, int columns) {
    int tiled = Tiles.tiled(rows);
    if (tiled > 0) {
      multiplyTiles(p, tiled, columns);
    }
    for (int i = tiled; i < rows; i++) {
      multiplyRow(p, i, columns);
    }
  }

  private static void multiplyTiles(Block p, int rows, int columns) {
    int last = columns - WIDTH;
    int j = 0;
    for (; j + TILE_COLUMNS <= columns; j += TILE_COLUMNS) {
      Tiles.two(p, 0, rows, j, j + WIDTH);
    }
    if (j < last) {
      Tiles.two(p, 0, rows, j, last);
    } else if (j < columns) {
      Tiles.one(p, 0, rows, last);
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
    if (j + 2 * WIDTH < columns) {
      OneRow.byFour(p, i, j, last - WIDTH);
    } else if (j < last) {
      OneRow.byTwo(p, i, j, last);
    } else if (j < columns) {
      OneRow.byOne(p, i, last);
    }
  }
}
