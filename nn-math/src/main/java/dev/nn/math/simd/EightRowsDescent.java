package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The tile of {@link EightRows} in {@link Descent}: its sums go from the registers into the
 * weights.
 */
final class EightRowsDescent {
  private EightRowsDescent() {}

  /**
   * The columns of two vectors, one from column j and one from column l on.
   *
   * @param start where the weight of row i and column j is
   * @param step from a row of weights to the next
   */
  static void byTwo(
      Block p, int i, int j, int l, float rate, float[] w, int start, int step, float[] lookedAt) {
    int gap = l - j;
    FloatVector c0 = FloatVector.zero(SPECIES);
    FloatVector d0 = FloatVector.zero(SPECIES);
    FloatVector c1 = FloatVector.zero(SPECIES);
    FloatVector d1 = FloatVector.zero(SPECIES);
    FloatVector c2 = FloatVector.zero(SPECIES);
    FloatVector d2 = FloatVector.zero(SPECIES);
    FloatVector c3 = FloatVector.zero(SPECIES);
    FloatVector d3 = FloatVector.zero(SPECIES);
    FloatVector c4 = FloatVector.zero(SPECIES);
    FloatVector d4 = FloatVector.zero(SPECIES);
    FloatVector c5 = FloatVector.zero(SPECIES);
    FloatVector d5 = FloatVector.zero(SPECIES);
    FloatVector c6 = FloatVector.zero(SPECIES);
    FloatVector d6 = FloatVector.zero(SPECIES);
    FloatVector c7 = FloatVector.zero(SPECIES);
    FloatVector d7 = FloatVector.zero(SPECIES);
    float[] a = p.left;
    int rowStep = p.leftRowStep;
    int aStep = p.leftStep;
    int x = p.leftAt(i);
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightAt(j);
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, y);
      FloatVector v = FloatVector.fromArray(SPECIES, b, y + gap);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[x]);
      c0 = a0.fma(u, c0);
      d0 = a0.fma(v, d0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[x + rowStep]);
      c1 = a1.fma(u, c1);
      d1 = a1.fma(v, d1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[x + 2 * rowStep]);
      c2 = a2.fma(u, c2);
      d2 = a2.fma(v, d2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[x + 3 * rowStep]);
      c3 = a3.fma(u, c3);
      d3 = a3.fma(v, d3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[x + 4 * rowStep]);
      c4 = a4.fma(u, c4);
      d4 = a4.fma(v, d4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[x + 5 * rowStep]);
      c5 = a5.fma(u, c5);
      d5 = a5.fma(v, d5);
      FloatVector a6 = FloatVector.broadcast(SPECIES, a[x + 6 * rowStep]);
      c6 = a6.fma(u, c6);
      d6 = a6.fma(v, d6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, a[x + 7 * rowStep]);
      c7 = a7.fma(u, c7);
      d7 = a7.fma(v, d7);
      x += aStep;
      y += bStep;
    }
    FloatVector r = FloatVector.broadcast(SPECIES, rate);
    FloatVector s = FloatVector.fromArray(SPECIES, lookedAt, 0);
    FloatVector t = FloatVector.zero(SPECIES);
    int to = start;
    FloatVector x0 = FloatVector.fromArray(SPECIES, w, to).sub(c0.mul(r));
    FloatVector y0 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d0.mul(r));
    x0.intoArray(w, to);
    y0.intoArray(w, to + gap);
    s = s.add(x0.sub(x0));
    t = t.add(y0.sub(y0));
    to += step;
    FloatVector x1 = FloatVector.fromArray(SPECIES, w, to).sub(c1.mul(r));
    FloatVector y1 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d1.mul(r));
    x1.intoArray(w, to);
    y1.intoArray(w, to + gap);
    s = s.add(x1.sub(x1));
    t = t.add(y1.sub(y1));
    to += step;
    FloatVector x2 = FloatVector.fromArray(SPECIES, w, to).sub(c2.mul(r));
    FloatVector y2 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d2.mul(r));
    x2.intoArray(w, to);
    y2.intoArray(w, to + gap);
    s = s.add(x2.sub(x2));
    t = t.add(y2.sub(y2));
    to += step;
    FloatVector x3 = FloatVector.fromArray(SPECIES, w, to).sub(c3.mul(r));
    FloatVector y3 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d3.mul(r));
    x3.intoArray(w, to);
    y3.intoArray(w, to + gap);
    s = s.add(x3.sub(x3));
    t = t.add(y3.sub(y3));
    to += step;
    FloatVector x4 = FloatVector.fromArray(SPECIES, w, to).sub(c4.mul(r));
    FloatVector y4 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d4.mul(r));
    x4.intoArray(w, to);
    y4.intoArray(w, to + gap);
    s = s.add(x4.sub(x4));
    t = t.add(y4.sub(y4));
    to += step;
    FloatVector x5 = FloatVector.fromArray(SPECIES, w, to).sub(c5.mul(r));
    FloatVector y5 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d5.mul(r));
    x5.intoArray(w, to);
    y5.intoArray(w, to + gap);
    s = s.add(x5.sub(x5));
    t = t.add(y5.sub(y5));
    to += step;
    FloatVector x6 = FloatVector.fromArray(SPECIES, w, to).sub(c6.mul(r));
    FloatVector y6 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d6.mul(r));
    x6.intoArray(w, to);
    y6.intoArray(w, to + gap);
    s = s.add(x6.sub(x6));
    t = t.add(y6.sub(y6));
    to += step;
    FloatVector x7 = FloatVector.fromArray(SPECIES, w, to).sub(c7.mul(r));
    FloatVector y7 = FloatVector.fromArray(SPECIES, w, to + gap).sub(d7.mul(r));
    x7.intoArray(w, to);
    y7.intoArray(w, to + gap);
    s = s.add(x7.sub(x7));
    t = t.add(y7.sub(y7));
    s.add(t).intoArray(lookedAt, 0);
  }
}
