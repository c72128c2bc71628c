package dev.nn.core.internal.engine;

import java.util.List;

/**
 * Clips gradients by their norm. The worker that computes the gradient of a tile also computes its
 * sum of squares. After a meeting every worker adds up the sums in the order of the tiles, so all
 * get the same factor.
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

  /** The sum of squares of all gradients, which every worker works out for itself. */
  double total() {
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return sum;
  }

  /**
   * Scales a tile down if the norm of all gradients, or of that of its parameter, exceeds the
   * bound.
   */
  void scale(int index, double total) {
    double norm = Math.sqrt(clipping.isGlobal() ? total : sumOfParameter(index));
    if (norm > clipping.norm()) {
      Tile tile = tiles.get(index);
      float factor = (float) (clipping.norm() / norm);
      for (int i = tile.from(); i < tile.to(); i++) {
        gradients[i] *= factor;
      }
    }
  }

  /** The tiles of a parameter lie side by side. */
  private double sumOfParameter(int index) {
    int offset = tiles.get(index).slot().offset();
    int first = index;
    while (first > 0 && tiles.get(first - 1).slot().offset() == offset) {
      first--;
    }
    double sum = 0;
    for (int t = first; t < squares.length && tiles.get(t).slot().offset() == offset; t++) {
      sum += squares[t];
    }
    return sum;
  }
}
