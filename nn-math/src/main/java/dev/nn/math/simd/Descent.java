package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.PACKS_BOTH;
import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.TILE_ROWS;
import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.Matrix;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * W −= rate·(L·R), where only a tile of the product exists at a time, in the first-level cache. The
 * weights are read and written once, and are checked for values that are not finite on the way:
 * what is added up is x − x or 0 · x, which is 0, and NaN where x is not finite, or x itself.
 */
final class Descent implements PackedProduct.Sink {
  private static final Matrix NONE = Matrix.zeros(0, 0);

  private final Block q = new Block();
  private final float[] tile = new float[TILE_ROWS * TILE_COLUMNS];
  private final float[] lookedAt = new float[2 * WIDTH];

  // Of the packed product at hand.
  private Matrix weights = NONE;
  private float rate;

  /**
   * W must have at least one vector of columns. The result of the block is not used.
   *
   * @return whether all of W is finite now
   */
  boolean multiply(Block p, float rate, Matrix w) {
    Arrays.fill(lookedAt, 0);
    if (p.depth == 1) {
      OuterDescent.subtract(p, rate, w, lookedAt);
    } else {
      multiplyTiles(p, rate, w);
    }
    return areFinite(w);
  }

  /**
   * As {@link #multiply}, for operands that are packed first.
   *
   * @return whether all of W is finite now
   */
  boolean multiply(PackedProduct packed, Block p, float rate, Matrix w) {
    Arrays.fill(lookedAt, 0);
    weights = w;
    this.rate = rate;
    packed.multiply(p, w.rows(), w.columns(), this);
    weights = NONE;
    return areFinite(w);
  }

  @Override
  public void take(float[] product, int i, int rows, int j, int columns) {
    int start = weights.rowStart(i) + j;
    if (columns >= WIDTH) {
      int gap = columns - WIDTH;
      subtractTile(product, rate, weights.data(), start, weights.stride(), rows, gap, lookedAt);
      return;
    }
    for (int r = 0; r < rows; r++) {
      for (int l = 0; l < columns; l++) {
        int at = start + r * weights.stride() + l;
        float x = weights.data()[at] - rate * product[r * TILE_COLUMNS + l];
        weights.data()[at] = x;
        lookedAt[l] += 0 * x;
      }
    }
  }

  /** A sum of weights may also overflow, so then they are looked at once more. */
  private boolean areFinite(Matrix w) {
    float sum = 0;
    for (float x : lookedAt) {
      sum += x;
    }
    return Float.isFinite(sum) || areAllFinite(w);
  }

  private static boolean areAllFinite(Matrix w) {
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.columns(); j++) {
        if (!Float.isFinite(w.get(i, j))) {
          return false;
        }
      }
    }
    return true;
  }

  private void multiplyTiles(Block p, float rate, Matrix w) {
    q.left(p.left, p.leftStart, p.leftRowStep, p.leftStep);
    q.right(p.right, p.rightStart, p.rightStep);
    q.depth = p.depth;
    q.firstZero();
    int columns = w.columns();
    for (int j = 0, l; j < columns; j = l + WIDTH) {
      l = Tiles.second(j, columns);
      multiplyStrip(rate, w, j, l);
    }
    q.clear();
  }

  private void multiplyStrip(float rate, Matrix w, int j, int l) {
    for (int i = 0, height; i < w.rows(); i += height) {
      height = Tiles.together(w.rows() - i);
      q.result(tile, -i * TILE_COLUMNS - j, TILE_COLUMNS);
      Tiles.strip(q, i, i + height, j, l);
      int at = w.rowStart(i) + j;
      if (PACKS_BOTH) {
        subtractSmallTile(tile, rate, w.data(), at, w.stride(), height, l - j, lookedAt);
      } else {
        subtractTile(tile, rate, w.data(), at, w.stride(), height, l - j, lookedAt);
      }
    }
  }

  private static void subtractTile(
      float[] tile,
      float rate,
      float[] w,
      int start,
      int step,
      int height,
      int gap,
      float[] lookedAt) {
    FloatVector r = FloatVector.broadcast(SPECIES, rate);
    FloatVector s = FloatVector.fromArray(SPECIES, lookedAt, 0);
    FloatVector t = FloatVector.fromArray(SPECIES, lookedAt, WIDTH);
    int at = start;
    for (int from = 0; from < height * TILE_COLUMNS; from += TILE_COLUMNS) {
      FloatVector x =
          FloatVector.fromArray(SPECIES, w, at)
              .sub(r.mul(FloatVector.fromArray(SPECIES, tile, from)));
      FloatVector y =
          FloatVector.fromArray(SPECIES, w, at + gap)
              .sub(r.mul(FloatVector.fromArray(SPECIES, tile, from + gap)));
      x.intoArray(w, at);
      y.intoArray(w, at + gap);
      s = x.sub(x).add(s);
      t = y.sub(y).add(t);
      at += step;
    }
    s.intoArray(lookedAt, 0);
    t.intoArray(lookedAt, WIDTH);
  }

  /**
   * As {@link #subtractTile}, a tenth slower, but the loop carries no vectors. For weights of 128 ×
   * 10 with tiles of six rows those became objects in one process of thirty on JDK 17.
   */
  private static void subtractSmallTile(
      float[] tile,
      float rate,
      float[] w,
      int start,
      int step,
      int height,
      int gap,
      float[] lookedAt) {
    FloatVector r = FloatVector.broadcast(SPECIES, rate);
    int at = start;
    for (int from = 0; from < height * TILE_COLUMNS; from += TILE_COLUMNS) {
      FloatVector x =
          FloatVector.fromArray(SPECIES, w, at)
              .sub(r.mul(FloatVector.fromArray(SPECIES, tile, from)));
      FloatVector y =
          FloatVector.fromArray(SPECIES, w, at + gap)
              .sub(r.mul(FloatVector.fromArray(SPECIES, tile, from + gap)));
      x.intoArray(w, at);
      y.intoArray(w, at + gap);
      x.sub(x).add(FloatVector.fromArray(SPECIES, lookedAt, 0)).intoArray(lookedAt, 0);
      y.sub(y).add(FloatVector.fromArray(SPECIES, lookedAt, WIDTH)).intoArray(lookedAt, WIDTH);
      at += step;
    }
  }

  /**
   * W −= rate·G.
   *
   * @return whether all of W is finite now
   */
  boolean update(Matrix gradient, float rate, Matrix w) {
    int rows = w.rows();
    int length = w.columns();
    if (gradient.stride() == length && w.stride() == length) {
      // One row follows the other without a gap.
      length *= rows;
      rows = Math.min(rows, 1);
    }
    Arrays.fill(lookedAt, 0);
    boolean isFinite = true;
    for (int i = 0; i < rows; i++) {
      isFinite &=
          update(
              gradient.data(),
              gradient.rowStart(i),
              rate,
              w.data(),
              w.rowStart(i),
              length,
              lookedAt);
    }
    return isFinite && areFinite(w);
  }

  /** Looks at whole vectors in passing. Returns whether what remains beyond them is finite. */
  private static boolean update(
      float[] g, int from, float rate, float[] w, int to, int length, float[] lookedAt) {
    FloatVector r = FloatVector.broadcast(SPECIES, rate);
    FloatVector s = FloatVector.fromArray(SPECIES, lookedAt, 0);
    int i = 0;
    for (; i + WIDTH <= length; i += WIDTH) {
      FloatVector x =
          FloatVector.fromArray(SPECIES, w, to + i)
              .sub(r.mul(FloatVector.fromArray(SPECIES, g, from + i)));
      x.intoArray(w, to + i);
      s = x.sub(x).add(s);
    }
    s.intoArray(lookedAt, 0);
    boolean isFinite = true;
    for (; i < length; i++) {
      float x = w[to + i] - rate * g[from + i];
      w[to + i] = x;
      isFinite &= Float.isFinite(x);
    }
    return isFinite;
  }
}
