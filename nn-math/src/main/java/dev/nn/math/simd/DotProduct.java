package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.TILE_ROWS;
import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.Matrix;
import jdk.incubator.vector.FloatVector;

/**
 * C = A·Bᵀ, whose elements are sixteen chains each. Chain l of all elements is a product of its
 * own, of every sixteenth k from l on, so the tiles of the other products serve here too: a panel
 * of Bᵀ is packed chain by chain, and each chain of a tile of C is computed aside, before they are
 * added.
 */
final class DotProduct {
  private static final int CHAINS = 16;
  private static final int TILE = TILE_ROWS * TILE_COLUMNS;

  private final Block q = new Block();
  private final float[] chains = new float[CHAINS * TILE];
  private float[] panel = new float[256 * TILE_COLUMNS];

  void multiply(Matrix a, Matrix b, Matrix c) {
    int size = a.columns() * TILE_COLUMNS;
    if (panel.length < size) {
      panel = new float[size];
    }
    for (int j = 0; j < c.columns(); j += TILE_COLUMNS) {
      int width = Math.min(TILE_COLUMNS, c.columns() - j);
      pack(b, j, width);
      for (int i = 0, height; i < c.rows(); i += height) {
        height = Tiles.together(c.rows() - i);
        multiplyTile(a, i, height);
        addTree(height * TILE_COLUMNS);
        for (int r = 0; r < height; r++) {
          System.arraycopy(chains, r * TILE_COLUMNS, c.data(), c.rowStart(i + r) + j, width);
        }
      }
    }
    q.clear();
  }

  private void pack(Matrix b, int j, int width) {
    int to = 0;
    for (int chain = 0; chain < CHAINS; chain++) {
      for (int k = chain; k < b.columns(); k += CHAINS) {
        int from = b.rowStart(j) + k;
        for (int l = 0; l < width; l++) {
          panel[to + l] = b.data()[from + l * b.stride()];
        }
        to += TILE_COLUMNS;
      }
    }
  }

  private void multiplyTile(Matrix a, int i, int height) {
    int done = 0;
    q.firstZero();
    for (int chain = 0; chain < CHAINS; chain++) {
      q.left(a.data(), a.rowStart(i) + chain, a.stride(), CHAINS);
      q.right(panel, done * TILE_COLUMNS, TILE_COLUMNS);
      q.depth = (a.columns() - chain + CHAINS - 1) / CHAINS;
      q.result(chains, chain * TILE, TILE_COLUMNS);
      Tiles.two(q, 0, height, 0, WIDTH);
      done += q.depth;
    }
  }

  private void addTree(int size) {
    for (int half = CHAINS / 2; half > 0; half /= 2) {
      for (int chain = 0; chain < half; chain++) {
        add(chains, (chain + half) * TILE, chain * TILE, size);
      }
    }
  }

  private static void add(float[] x, int from, int to, int size) {
    for (int i = 0; i < size; i += WIDTH) {
      FloatVector.fromArray(SPECIES, x, to + i)
          .add(FloatVector.fromArray(SPECIES, x, from + i))
          .intoArray(x, to + i);
    }
  }
}
