package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of one row: a batch of one example, or the rows left over. With one chain of sums a column,
 * several vectors of columns at a time hide how long a multiply-add takes; see {@link EightRows}.
 *
 * <p>Indexes are found by calls, before and after the loops: written out, as in the other tiles,
 * they make predictions of single rows a seventh slower on JDK 17 (and a twentieth faster on 25).
 */
final class OneRow {
  private OneRow() {}

  /** The columns of eight vectors, from column j on. */
  static void byEight(Block p, int i, int j) {
    float[] s = p.first;
    int from = p.firstAt(i, j);
    int w = WIDTH * p.firstColumnStep;
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    FloatVector c1 = FloatVector.fromArray(SPECIES, s, from + w);
    FloatVector c2 = FloatVector.fromArray(SPECIES, s, from + 2 * w);
    FloatVector c3 = FloatVector.fromArray(SPECIES, s, from + 3 * w);
    FloatVector c4 = FloatVector.fromArray(SPECIES, s, from + 4 * w);
    FloatVector c5 = FloatVector.fromArray(SPECIES, s, from + 5 * w);
    FloatVector c6 = FloatVector.fromArray(SPECIES, s, from + 6 * w);
    FloatVector c7 = FloatVector.fromArray(SPECIES, s, from + 7 * w);
    float[] a = p.left;
    int aStep = p.leftStep;
    int x = p.leftAt(i);
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightAt(j);
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.broadcast(SPECIES, a[x]);
      c0 = u.fma(FloatVector.fromArray(SPECIES, b, y), c0);
      c1 = u.fma(FloatVector.fromArray(SPECIES, b, y + WIDTH), c1);
      c2 = u.fma(FloatVector.fromArray(SPECIES, b, y + 2 * WIDTH), c2);
      c3 = u.fma(FloatVector.fromArray(SPECIES, b, y + 3 * WIDTH), c3);
      c4 = u.fma(FloatVector.fromArray(SPECIES, b, y + 4 * WIDTH), c4);
      c5 = u.fma(FloatVector.fromArray(SPECIES, b, y + 5 * WIDTH), c5);
      c6 = u.fma(FloatVector.fromArray(SPECIES, b, y + 6 * WIDTH), c6);
      c7 = u.fma(FloatVector.fromArray(SPECIES, b, y + 7 * WIDTH), c7);
      x += aStep;
      y += bStep;
    }
    float[] c = p.result;
    int to = p.resultAt(i, j);
    c0.intoArray(c, to);
    c1.intoArray(c, to + WIDTH);
    c2.intoArray(c, to + 2 * WIDTH);
    c3.intoArray(c, to + 3 * WIDTH);
    c4.intoArray(c, to + 4 * WIDTH);
    c5.intoArray(c, to + 5 * WIDTH);
    c6.intoArray(c, to + 6 * WIDTH);
    c7.intoArray(c, to + 7 * WIDTH);
  }

  /** The columns of four vectors, from column j on. */
  static void byFour(Block p, int i, int j) {
    float[] s = p.first;
    int from = p.firstAt(i, j);
    int w = WIDTH * p.firstColumnStep;
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    FloatVector c1 = FloatVector.fromArray(SPECIES, s, from + w);
    FloatVector c2 = FloatVector.fromArray(SPECIES, s, from + 2 * w);
    FloatVector c3 = FloatVector.fromArray(SPECIES, s, from + 3 * w);
    float[] a = p.left;
    int aStep = p.leftStep;
    int x = p.leftAt(i);
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightAt(j);
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.broadcast(SPECIES, a[x]);
      c0 = u.fma(FloatVector.fromArray(SPECIES, b, y), c0);
      c1 = u.fma(FloatVector.fromArray(SPECIES, b, y + WIDTH), c1);
      c2 = u.fma(FloatVector.fromArray(SPECIES, b, y + 2 * WIDTH), c2);
      c3 = u.fma(FloatVector.fromArray(SPECIES, b, y + 3 * WIDTH), c3);
      x += aStep;
      y += bStep;
    }
    float[] c = p.result;
    int to = p.resultAt(i, j);
    c0.intoArray(c, to);
    c1.intoArray(c, to + WIDTH);
    c2.intoArray(c, to + 2 * WIDTH);
    c3.intoArray(c, to + 3 * WIDTH);
  }

  /** The columns of four vectors, two from column j and two from column l on. */
  static void byFour(Block p, int i, int j, int l) {
    int gap = l - j;
    float[] s = p.first;
    int from = p.firstAt(i, j);
    int w = WIDTH * p.firstColumnStep;
    int firstGap = gap * p.firstColumnStep;
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    FloatVector c1 = FloatVector.fromArray(SPECIES, s, from + w);
    FloatVector d0 = FloatVector.fromArray(SPECIES, s, from + firstGap);
    FloatVector d1 = FloatVector.fromArray(SPECIES, s, from + firstGap + w);
    float[] a = p.left;
    int aStep = p.leftStep;
    int x = p.leftAt(i);
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightAt(j);
    int z = p.rightAt(l);
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.broadcast(SPECIES, a[x]);
      c0 = u.fma(FloatVector.fromArray(SPECIES, b, y), c0);
      c1 = u.fma(FloatVector.fromArray(SPECIES, b, y + WIDTH), c1);
      d0 = u.fma(FloatVector.fromArray(SPECIES, b, z), d0);
      d1 = u.fma(FloatVector.fromArray(SPECIES, b, z + WIDTH), d1);
      x += aStep;
      y += bStep;
      z += bStep;
    }
    float[] c = p.result;
    int to = p.resultAt(i, j);
    c0.intoArray(c, to);
    c1.intoArray(c, to + WIDTH);
    d0.intoArray(c, to + gap);
    d1.intoArray(c, to + gap + WIDTH);
  }

  /** The columns of two vectors, one from column j and one from column l on. */
  static void byTwo(Block p, int i, int j, int l) {
    int gap = l - j;
    float[] s = p.first;
    int from = p.firstAt(i, j);
    int firstGap = gap * p.firstColumnStep;
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    FloatVector c1 = FloatVector.fromArray(SPECIES, s, from + firstGap);
    float[] a = p.left;
    int aStep = p.leftStep;
    int x = p.leftAt(i);
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightAt(j);
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.broadcast(SPECIES, a[x]);
      c0 = u.fma(FloatVector.fromArray(SPECIES, b, y), c0);
      c1 = u.fma(FloatVector.fromArray(SPECIES, b, y + gap), c1);
      x += aStep;
      y += bStep;
    }
    float[] c = p.result;
    int to = p.resultAt(i, j);
    c0.intoArray(c, to);
    c1.intoArray(c, to + gap);
  }

  /** The columns of one vector, from column j on. */
  static void byOne(Block p, int i, int j) {
    float[] s = p.first;
    int from = p.firstAt(i, j);
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    float[] a = p.left;
    int aStep = p.leftStep;
    int x = p.leftAt(i);
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightAt(j);
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.broadcast(SPECIES, a[x]);
      c0 = u.fma(FloatVector.fromArray(SPECIES, b, y), c0);
      x += aStep;
      y += bStep;
    }
    float[] c = p.result;
    int to = p.resultAt(i, j);
    c0.intoArray(c, to);
  }
}
