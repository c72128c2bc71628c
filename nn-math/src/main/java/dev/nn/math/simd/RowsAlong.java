package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of {@link EightRows}, {@link SixRows} and {@link FiveRows} whose vectors are neighbours,
 * for an L that is read along its rows, so that the index of its elements is counted up by one.
 * With fewer steps to add, and one check of an index for both vectors of R, they are faster on
 * processors of Intel, presumably because additions take the ports of multiply-adds there.
 */
final class RowsAlong {
  private RowsAlong() {}

  /** Rows i to i + 7 of the columns of two vectors, from column j on. */
  static void eightByTwo(Block p, int i, int j) {
    float[] s = p.first;
    int sStep = p.firstRowStep;
    int from = p.firstStart + i * p.firstRowStep + j * p.firstColumnStep;
    int firstGap = WIDTH * p.firstColumnStep;
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    FloatVector d0 = FloatVector.fromArray(SPECIES, s, from + firstGap);
    FloatVector c1 = FloatVector.fromArray(SPECIES, s, from + sStep);
    FloatVector d1 = FloatVector.fromArray(SPECIES, s, from + sStep + firstGap);
    FloatVector c2 = FloatVector.fromArray(SPECIES, s, from + 2 * sStep);
    FloatVector d2 = FloatVector.fromArray(SPECIES, s, from + 2 * sStep + firstGap);
    FloatVector c3 = FloatVector.fromArray(SPECIES, s, from + 3 * sStep);
    FloatVector d3 = FloatVector.fromArray(SPECIES, s, from + 3 * sStep + firstGap);
    FloatVector c4 = FloatVector.fromArray(SPECIES, s, from + 4 * sStep);
    FloatVector d4 = FloatVector.fromArray(SPECIES, s, from + 4 * sStep + firstGap);
    FloatVector c5 = FloatVector.fromArray(SPECIES, s, from + 5 * sStep);
    FloatVector d5 = FloatVector.fromArray(SPECIES, s, from + 5 * sStep + firstGap);
    FloatVector c6 = FloatVector.fromArray(SPECIES, s, from + 6 * sStep);
    FloatVector d6 = FloatVector.fromArray(SPECIES, s, from + 6 * sStep + firstGap);
    FloatVector c7 = FloatVector.fromArray(SPECIES, s, from + 7 * sStep);
    FloatVector d7 = FloatVector.fromArray(SPECIES, s, from + 7 * sStep + firstGap);
    float[] a = p.left;
    int rowStep = p.leftRowStep;
    int x = p.leftStart + i * p.leftRowStep;
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightStart + j;
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, y);
      FloatVector v = FloatVector.fromArray(SPECIES, b, y + WIDTH);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[x + k]);
      c0 = a0.fma(u, c0);
      d0 = a0.fma(v, d0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[x + k + rowStep]);
      c1 = a1.fma(u, c1);
      d1 = a1.fma(v, d1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[x + k + 2 * rowStep]);
      c2 = a2.fma(u, c2);
      d2 = a2.fma(v, d2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[x + k + 3 * rowStep]);
      c3 = a3.fma(u, c3);
      d3 = a3.fma(v, d3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[x + k + 4 * rowStep]);
      c4 = a4.fma(u, c4);
      d4 = a4.fma(v, d4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[x + k + 5 * rowStep]);
      c5 = a5.fma(u, c5);
      d5 = a5.fma(v, d5);
      FloatVector a6 = FloatVector.broadcast(SPECIES, a[x + k + 6 * rowStep]);
      c6 = a6.fma(u, c6);
      d6 = a6.fma(v, d6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, a[x + k + 7 * rowStep]);
      c7 = a7.fma(u, c7);
      d7 = a7.fma(v, d7);
      y += bStep;
    }
    float[] c = p.result;
    int cStep = p.resultStep;
    int to = p.resultStart + i * p.resultStep + j;
    c0.intoArray(c, to);
    d0.intoArray(c, to + WIDTH);
    c1.intoArray(c, to + cStep);
    d1.intoArray(c, to + cStep + WIDTH);
    c2.intoArray(c, to + 2 * cStep);
    d2.intoArray(c, to + 2 * cStep + WIDTH);
    c3.intoArray(c, to + 3 * cStep);
    d3.intoArray(c, to + 3 * cStep + WIDTH);
    c4.intoArray(c, to + 4 * cStep);
    d4.intoArray(c, to + 4 * cStep + WIDTH);
    c5.intoArray(c, to + 5 * cStep);
    d5.intoArray(c, to + 5 * cStep + WIDTH);
    c6.intoArray(c, to + 6 * cStep);
    d6.intoArray(c, to + 6 * cStep + WIDTH);
    c7.intoArray(c, to + 7 * cStep);
    d7.intoArray(c, to + 7 * cStep + WIDTH);
  }

  /** Rows i to i + 5 of the columns of two vectors, from column j on. */
  static void sixByTwo(Block p, int i, int j) {
    float[] s = p.first;
    int sStep = p.firstRowStep;
    int from = p.firstStart + i * p.firstRowStep + j * p.firstColumnStep;
    int firstGap = WIDTH * p.firstColumnStep;
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    FloatVector d0 = FloatVector.fromArray(SPECIES, s, from + firstGap);
    FloatVector c1 = FloatVector.fromArray(SPECIES, s, from + sStep);
    FloatVector d1 = FloatVector.fromArray(SPECIES, s, from + sStep + firstGap);
    FloatVector c2 = FloatVector.fromArray(SPECIES, s, from + 2 * sStep);
    FloatVector d2 = FloatVector.fromArray(SPECIES, s, from + 2 * sStep + firstGap);
    FloatVector c3 = FloatVector.fromArray(SPECIES, s, from + 3 * sStep);
    FloatVector d3 = FloatVector.fromArray(SPECIES, s, from + 3 * sStep + firstGap);
    FloatVector c4 = FloatVector.fromArray(SPECIES, s, from + 4 * sStep);
    FloatVector d4 = FloatVector.fromArray(SPECIES, s, from + 4 * sStep + firstGap);
    FloatVector c5 = FloatVector.fromArray(SPECIES, s, from + 5 * sStep);
    FloatVector d5 = FloatVector.fromArray(SPECIES, s, from + 5 * sStep + firstGap);
    float[] a = p.left;
    int rowStep = p.leftRowStep;
    int x = p.leftStart + i * p.leftRowStep;
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightStart + j;
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, y);
      FloatVector v = FloatVector.fromArray(SPECIES, b, y + WIDTH);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[x + k]);
      c0 = a0.fma(u, c0);
      d0 = a0.fma(v, d0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[x + k + rowStep]);
      c1 = a1.fma(u, c1);
      d1 = a1.fma(v, d1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[x + k + 2 * rowStep]);
      c2 = a2.fma(u, c2);
      d2 = a2.fma(v, d2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[x + k + 3 * rowStep]);
      c3 = a3.fma(u, c3);
      d3 = a3.fma(v, d3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[x + k + 4 * rowStep]);
      c4 = a4.fma(u, c4);
      d4 = a4.fma(v, d4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[x + k + 5 * rowStep]);
      c5 = a5.fma(u, c5);
      d5 = a5.fma(v, d5);
      y += bStep;
    }
    float[] c = p.result;
    int cStep = p.resultStep;
    int to = p.resultStart + i * p.resultStep + j;
    c0.intoArray(c, to);
    d0.intoArray(c, to + WIDTH);
    c1.intoArray(c, to + cStep);
    d1.intoArray(c, to + cStep + WIDTH);
    c2.intoArray(c, to + 2 * cStep);
    d2.intoArray(c, to + 2 * cStep + WIDTH);
    c3.intoArray(c, to + 3 * cStep);
    d3.intoArray(c, to + 3 * cStep + WIDTH);
    c4.intoArray(c, to + 4 * cStep);
    d4.intoArray(c, to + 4 * cStep + WIDTH);
    c5.intoArray(c, to + 5 * cStep);
    d5.intoArray(c, to + 5 * cStep + WIDTH);
  }

  /** Rows i to i + 4 of the columns of two vectors, from column j on. */
  static void fiveByTwo(Block p, int i, int j) {
    float[] s = p.first;
    int sStep = p.firstRowStep;
    int from = p.firstStart + i * p.firstRowStep + j * p.firstColumnStep;
    int firstGap = WIDTH * p.firstColumnStep;
    FloatVector c0 = FloatVector.fromArray(SPECIES, s, from);
    FloatVector d0 = FloatVector.fromArray(SPECIES, s, from + firstGap);
    FloatVector c1 = FloatVector.fromArray(SPECIES, s, from + sStep);
    FloatVector d1 = FloatVector.fromArray(SPECIES, s, from + sStep + firstGap);
    FloatVector c2 = FloatVector.fromArray(SPECIES, s, from + 2 * sStep);
    FloatVector d2 = FloatVector.fromArray(SPECIES, s, from + 2 * sStep + firstGap);
    FloatVector c3 = FloatVector.fromArray(SPECIES, s, from + 3 * sStep);
    FloatVector d3 = FloatVector.fromArray(SPECIES, s, from + 3 * sStep + firstGap);
    FloatVector c4 = FloatVector.fromArray(SPECIES, s, from + 4 * sStep);
    FloatVector d4 = FloatVector.fromArray(SPECIES, s, from + 4 * sStep + firstGap);
    float[] a = p.left;
    int rowStep = p.leftRowStep;
    int x = p.leftStart + i * p.leftRowStep;
    float[] b = p.right;
    int bStep = p.rightStep;
    int y = p.rightStart + j;
    int depth = p.depth;
    for (int k = 0; k < depth; k++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, y);
      FloatVector v = FloatVector.fromArray(SPECIES, b, y + WIDTH);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[x + k]);
      c0 = a0.fma(u, c0);
      d0 = a0.fma(v, d0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[x + k + rowStep]);
      c1 = a1.fma(u, c1);
      d1 = a1.fma(v, d1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[x + k + 2 * rowStep]);
      c2 = a2.fma(u, c2);
      d2 = a2.fma(v, d2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[x + k + 3 * rowStep]);
      c3 = a3.fma(u, c3);
      d3 = a3.fma(v, d3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[x + k + 4 * rowStep]);
      c4 = a4.fma(u, c4);
      d4 = a4.fma(v, d4);
      y += bStep;
    }
    float[] c = p.result;
    int cStep = p.resultStep;
    int to = p.resultStart + i * p.resultStep + j;
    c0.intoArray(c, to);
    d0.intoArray(c, to + WIDTH);
    c1.intoArray(c, to + cStep);
    d1.intoArray(c, to + cStep + WIDTH);
    c2.intoArray(c, to + 2 * cStep);
    d2.intoArray(c, to + 2 * cStep + WIDTH);
    c3.intoArray(c, to + 3 * cStep);
    d3.intoArray(c, to + 3 * cStep + WIDTH);
    c4.intoArray(c, to + 4 * cStep);
    d4.intoArray(c, to + 4 * cStep + WIDTH);
  }
}
