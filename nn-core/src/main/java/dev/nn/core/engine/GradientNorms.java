package dev.nn.core.engine;

import java.util.List;

/**
 * Clips gradients by their norm. Each tile's sum of squares is made where the tile's gradient is;
 * after a meeting every worker adds them up in the order of the tiles and so gets the same factor.
 */
final class GradientNorms {
  private final Clipping clipping;
  private final List<Tile> tiles;
  private final float[] gradients;
  private final double[] squares;

  GradientNorms(Clipping clipping, List<Tile> tiles, float[] gradients) {
    this.clipping = clipping;
    this.tiles = tiles;
    this.gradients = gradients;
    this.squares = new double[tiles.size()];
  }

  /** Notes the sum of squares of a tile. */
  void measure(int index) {
    Tile tile = tiles.get(index);
    double sum = 0;
    for (int i = tile.from(); i < tile.to(); i++) {
      sum += (double) gradients[i] * gradients[i];
    }
    squares[index] = sum;
  }

  /** Scales a tile down if the norm of its parameter, or of all, is beyond the bound. */
  void scale(int index) {
    Tile tile = tiles.get(index);
    double sum = 0;
    for (int t = 0; t < squares.length; t++) {
      if (clipping.isGlobal() || tiles.get(t).slot().offset() == tile.slot().offset()) {
        sum += squares[t];
      }
    }
    double norm = Math.sqrt(sum);
    if (norm > clipping.norm()) {
      float factor = (float) (clipping.norm() / norm);
      for (int i = tile.from(); i < tile.to(); i++) {
        gradients[i] *= factor;
      }
    }
  }
}
