package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.Matrix;
import jdk.incubator.vector.FloatVector;

/** Sums of columns, and a look for what is not finite. */
final class Reductions {
  private Reductions() {}

  /** For at least a vector of columns; the last vector overlaps the one before. */
  static void columnSums(Matrix m, float[] sums, int to) {
    int last = m.columns() - WIDTH;
    int j = 0;
    for (; j + 4 * WIDTH <= m.columns(); j += 4 * WIDTH) {
      fourSums(m.data(), m.offset() + j, m.stride(), m.rows(), sums, to + j);
    }
    for (; j < m.columns(); j += WIDTH) {
      int at = Math.min(j, last);
      oneSum(m.data(), m.offset() + at, m.stride(), m.rows(), sums, to + at);
    }
  }

  private static void fourSums(float[] m, int from, int step, int rows, float[] sums, int to) {
    FloatVector s = FloatVector.broadcast(SPECIES, 0);
    FloatVector t = FloatVector.broadcast(SPECIES, 0);
    FloatVector u = FloatVector.broadcast(SPECIES, 0);
    FloatVector v = FloatVector.broadcast(SPECIES, 0);
    int x = from;
    for (int i = 0; i < rows; i++) {
      s = FloatVector.fromArray(SPECIES, m, x).add(s);
      t = FloatVector.fromArray(SPECIES, m, x + WIDTH).add(t);
      u = FloatVector.fromArray(SPECIES, m, x + 2 * WIDTH).add(u);
      v = FloatVector.fromArray(SPECIES, m, x + 3 * WIDTH).add(v);
      x += step;
    }
    s.intoArray(sums, to);
    t.intoArray(sums, to + WIDTH);
    u.intoArray(sums, to + 2 * WIDTH);
    v.intoArray(sums, to + 3 * WIDTH);
  }

  /** One vector of sums, also of columns that the matrix has not. */
  static void oneSum(float[] m, int from, int step, int rows, float[] sums, int to) {
    FloatVector s = FloatVector.broadcast(SPECIES, 0);
    int x = from;
    for (int i = 0; i < rows; i++) {
      s = FloatVector.fromArray(SPECIES, m, x).add(s);
      x += step;
    }
    s.intoArray(sums, to);
  }

  /**
   * For at least a vector of elements; the last one overlaps the one before. x − x is 0, and NaN
   * where x is not finite. Two sums, so that none waits for the one before. (With 0 · x by fma
   * instead, the compiler makes objects of the vectors in some processes.)
   */
  static boolean allFinite(float[] v, int from, int to, float[] lanes) {
    FloatVector s = FloatVector.broadcast(SPECIES, 0);
    FloatVector t = FloatVector.broadcast(SPECIES, 0);
    int last = to - WIDTH;
    int i = from;
    for (; i + WIDTH < last; i += 2 * WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, v, i);
      FloatVector y = FloatVector.fromArray(SPECIES, v, i + WIDTH);
      s = x.sub(x).add(s);
      t = y.sub(y).add(t);
    }
    FloatVector x = FloatVector.fromArray(SPECIES, v, Math.min(i, last));
    FloatVector y = FloatVector.fromArray(SPECIES, v, last);
    x.sub(x).add(s).add(y.sub(y).add(t)).intoArray(lanes, 0);
    return areZero(lanes);
  }

  /**
   * Whether a vector in an array has only zeros. (A reduction of the vector itself makes an object
   * of it in some processes.)
   */
  private static boolean areZero(float[] lanes) {
    boolean areZero = true;
    for (float lane : lanes) {
      areZero &= lane == 0;
    }
    return areZero;
  }
}
