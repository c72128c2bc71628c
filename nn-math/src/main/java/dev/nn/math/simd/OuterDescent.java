package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.Matrix;
import jdk.incubator.vector.FloatVector;

/**
 * W −= rate·(L·R) for a single k: a column times a row, which is too little work for tiles. Four
 * vectors of columns at a time, so that a row of weights is read in few pieces. As in {@link
 * Tiles}, vectors overlap only if all of them are read before one is written.
 */
final class OuterDescent {
  private OuterDescent() {}

  /**
   * W must have at least one vector of columns.
   *
   * @param lookedAt two vectors, to which weights, or their differences from themselves, are added:
   *     not finite if one of them is not
   */
  static void subtract(Block p, float rate, Matrix w, float[] lookedAt) {
    float[] a = p.left;
    int step = p.leftRowStep;
    int columns = w.columns();
    for (int j = 0, next; j < columns; j = next) {
      int rest = columns - j;
      boolean isNarrow = rest <= 2 * WIDTH || rest > 4 * WIDTH && rest < 5 * WIDTH;
      next = Math.min(columns, j + (isNarrow ? 2 : 4) * WIDTH);
      int y = p.rightAt(j);
      int to = w.offset() + j;
      if (isNarrow) {
        int gap = next - j - WIDTH;
        two(
            a,
            p.leftStart,
            step,
            p.right,
            y,
            gap,
            rate,
            w.data(),
            to,
            w.stride(),
            w.rows(),
            lookedAt);
      } else {
        int gap = next - j - 2 * WIDTH;
        four(
            a,
            p.leftStart,
            step,
            p.right,
            y,
            gap,
            rate,
            w.data(),
            to,
            w.stride(),
            w.rows(),
            lookedAt);
      }
    }
  }

  /**
   * Two vectors from the first column on, and two from {@code gap} columns after it on. The weights
   * themselves are added up, for one operation fewer: the whole is a sixteenth (JDK 17) or a
   * quarter (25) faster with 256 bits. (In {@link #two} adding up the weights is slower.)
   */
  private static void four(
      float[] left,
      int firstLeft,
      int leftStep,
      float[] right,
      int y,
      int gap,
      float rate,
      float[] w,
      int start,
      int step,
      int rows,
      float[] lookedAt) {
    FloatVector r = FloatVector.broadcast(SPECIES, rate);
    FloatVector zero = FloatVector.broadcast(SPECIES, 0);
    FloatVector u0 = FloatVector.fromArray(SPECIES, right, y);
    FloatVector u1 = FloatVector.fromArray(SPECIES, right, y + WIDTH);
    FloatVector u2 = FloatVector.fromArray(SPECIES, right, y + gap);
    FloatVector u3 = FloatVector.fromArray(SPECIES, right, y + gap + WIDTH);
    FloatVector s = FloatVector.fromArray(SPECIES, lookedAt, 0);
    FloatVector t = FloatVector.fromArray(SPECIES, lookedAt, WIDTH);
    int x = firstLeft;
    int at = start;
    int to = start + gap;
    for (int i = 0; i < rows; i++) {
      FloatVector a = FloatVector.broadcast(SPECIES, left[x]);
      FloatVector c0 = FloatVector.fromArray(SPECIES, w, at).sub(a.fma(u0, zero).mul(r));
      FloatVector c1 = FloatVector.fromArray(SPECIES, w, at + WIDTH).sub(a.fma(u1, zero).mul(r));
      FloatVector c2 = FloatVector.fromArray(SPECIES, w, to).sub(a.fma(u2, zero).mul(r));
      FloatVector c3 = FloatVector.fromArray(SPECIES, w, to + WIDTH).sub(a.fma(u3, zero).mul(r));
      c0.intoArray(w, at);
      c1.intoArray(w, at + WIDTH);
      c2.intoArray(w, to);
      c3.intoArray(w, to + WIDTH);
      s = c0.add(s);
      t = c1.add(t);
      s = c2.add(s);
      t = c3.add(t);
      x += leftStep;
      at += step;
      to += step;
    }
    s.intoArray(lookedAt, 0);
    t.intoArray(lookedAt, WIDTH);
  }

  /** One vector from the first column on, and one from {@code gap} columns after it on. */
  private static void two(
      float[] left,
      int firstLeft,
      int leftStep,
      float[] right,
      int y,
      int gap,
      float rate,
      float[] w,
      int start,
      int step,
      int rows,
      float[] lookedAt) {
    FloatVector r = FloatVector.broadcast(SPECIES, rate);
    FloatVector zero = FloatVector.broadcast(SPECIES, 0);
    FloatVector u = FloatVector.fromArray(SPECIES, right, y);
    FloatVector v = FloatVector.fromArray(SPECIES, right, y + gap);
    FloatVector s = FloatVector.fromArray(SPECIES, lookedAt, 0);
    FloatVector t = FloatVector.fromArray(SPECIES, lookedAt, WIDTH);
    int x = firstLeft;
    int at = start;
    for (int i = 0; i < rows; i++) {
      FloatVector a = FloatVector.broadcast(SPECIES, left[x]);
      FloatVector c = FloatVector.fromArray(SPECIES, w, at).sub(a.fma(u, zero).mul(r));
      FloatVector d = FloatVector.fromArray(SPECIES, w, at + gap).sub(a.fma(v, zero).mul(r));
      c.intoArray(w, at);
      d.intoArray(w, at + gap);
      s = c.sub(c).add(s);
      t = d.sub(d).add(t);
      x += leftStep;
      at += step;
    }
    s.intoArray(lookedAt, 0);
    t.intoArray(lookedAt, WIDTH);
  }
}
