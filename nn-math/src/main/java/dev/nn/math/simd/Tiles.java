package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.TILE_ROWS;
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
  /** By the number of rows that are left; of more than these, six are next. */
  private static final int[] HEIGHTS = {
    0, 1, 1, 1, 4, 5, 6, 6, 4, 5, 5, 6, 6, 5, 5, 5, 6, 6, 6, 5, 5, 6, 6, 6, 6, 5
  };

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

  /** The rows of the next tile if so many are left: as few single rows and fours as possible. */
  static int height(int rows) {
    if (TILE_ROWS == 6 && rows < HEIGHTS.length) {
      return HEIGHTS[rows];
    }
    return rows >= TILE_ROWS ? TILE_ROWS : rows >= 4 ? 4 : 1;
  }

  /** The rows that are cut into tiles together, of so many that are left. */
  static int together(int rows) {
    return TILE_ROWS == 6 ? height(rows) : Math.min(TILE_ROWS, rows);
  }

  /** How many of the first rows are in tiles of more than one. */
  static int tiled(int rows) {
    if (TILE_ROWS != 6 || rows < 4) {
      return rows & -4;
    }
    return rows == 7 ? 6 : rows;
  }

  /** Two vectors of columns, one from column j and one from column l on. */
  static void two(Block p, int fromRow, int toRow, int j, int l) {
    for (int i = fromRow, height; i < toRow; i += height) {
      height = height(toRow - i);
      switch (height) {
        case 8 -> eightByTwo(p, i, j, l);
        case 6 -> sixByTwo(p, i, j, l);
        case 5 -> fiveByTwo(p, i, j, l);
        case 4 -> FourRows.byTwo(p, i, j, l);
        default -> OneRow.byTwo(p, i, j, l);
      }
    }
  }

  private static void eightByTwo(Block p, int i, int j, int l) {
    if (l != j + WIDTH) {
      EightRows.byTwo(p, i, j, l);
    } else if (p.leftRowStep == 1 && p.rightStep == TILE_COLUMNS) {
      RowsPacked.eightByTwo(p, i, j);
    } else if (p.leftRowStep == 1) {
      RowsBeside.eightByTwo(p, i, j);
    } else if (p.leftStep == 1) {
      RowsAlong.eightByTwo(p, i, j);
    } else {
      EightRows.byTwo(p, i, j, l);
    }
  }

  private static void sixByTwo(Block p, int i, int j, int l) {
    if (l != j + WIDTH) {
      SixRows.byTwo(p, i, j, l);
    } else if (p.leftRowStep == 1 && p.rightStep == TILE_COLUMNS) {
      RowsPacked.sixByTwo(p, i, j);
    } else if (p.leftRowStep == 1) {
      RowsBeside.sixByTwo(p, i, j);
    } else if (p.leftStep == 1) {
      RowsAlong.sixByTwo(p, i, j);
    } else {
      SixRows.byTwo(p, i, j, l);
    }
  }

  private static void fiveByTwo(Block p, int i, int j, int l) {
    if (l != j + WIDTH) {
      FiveRows.byTwo(p, i, j, l);
    } else if (p.leftRowStep == 1 && p.rightStep == TILE_COLUMNS) {
      RowsPacked.fiveByTwo(p, i, j);
    } else if (p.leftRowStep == 1) {
      RowsBeside.fiveByTwo(p, i, j);
    } else if (p.leftStep == 1) {
      RowsAlong.fiveByTwo(p, i, j);
    } else {
      FiveRows.byTwo(p, i, j, l);
    }
  }

  /** One vector of columns, from column j on. */
  static void one(Block p, int fromRow, int toRow, int j) {
    for (int i = fromRow, height; i < toRow; i += height) {
      height = height(toRow - i);
      switch (height) {
        case 8 -> EightRows.byOne(p, i, j);
        case 6 -> SixRows.byOne(p, i, j);
        case 5 -> FiveRows.byOne(p, i, j);
        case 4 -> FourRows.byOne(p, i, j);
        default -> OneRow.byOne(p, i, j);
      }
    }
  }
}
