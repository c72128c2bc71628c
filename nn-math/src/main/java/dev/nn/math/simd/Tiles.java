package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.WIDTH;

/**
 * Columns of tiles, over any number of rows.
 *
 * <p>From one vector on, any number of columns is cut into strips of two vectors and at most one
 * strip of one. So vectors overlap only within a strip, and a tile reads both before it writes
 * either:
 *
 * <pre>{@code
 * for (int j = 0, l; j < columns; j = l + WIDTH) {
 *   l = Tiles.second(j, columns);
 *   Tiles.strip(p, 0, rows, j, l);
 * }
 * }</pre>
 */
final class Tiles {
  private Tiles() {}

  /** The second vector of the strip that begins at column j, or j if the strip has only one. */
  static int second(int j, int columns) {
    int rest = columns - j;
    if (rest == WIDTH || rest > TILE_COLUMNS && rest < TILE_COLUMNS + WIDTH) {
      return j;
    }
    return Math.min(j, columns - TILE_COLUMNS) + WIDTH;
  }

  /** The strip whose vectors begin at the columns j and l. */
  static void strip(Block p, int fromRow, int toRow, int j, int l) {
    if (j == l) {
      one(p, fromRow, toRow, j);
    } else {
      two(p, fromRow, toRow, j, l);
    }
  }

  /** Two vectors of columns, one from column j and one from column l on. */
  static void two(Block p, int fromRow, int toRow, int j, int l) {
    int i = fromRow;
    if (Lanes.TILE_ROWS == 8) {
      for (; i + 8 <= toRow; i += 8) {
        EightRows.byTwo(p, i, j, l);
      }
    }
    for (; i + 4 <= toRow; i += 4) {
      FourRows.byTwo(p, i, j, l);
    }
    for (; i < toRow; i++) {
      OneRow.byTwo(p, i, j, l);
    }
  }

  /** One vector of columns, from column j on. */
  static void one(Block p, int fromRow, int toRow, int j) {
    int i = fromRow;
    if (Lanes.TILE_ROWS == 8) {
      for (; i + 8 <= toRow; i += 8) {
        EightRows.byOne(p, i, j);
      }
    }
    for (; i + 4 <= toRow; i += 4) {
      FourRows.byOne(p, i, j);
    }
    for (; i < toRow; i++) {
      OneRow.byOne(p, i, j);
    }
  }
}
