package dev.nn.math.simd;

/** Columns of tiles, over any number of rows. */
final class Tiles {
  private Tiles() {}

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
