package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;
import static dev.nn.math.simd.Lanes.all;
import static dev.nn.math.simd.Lanes.load;

import dev.nn.math.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Sums of columns and the largest element. */
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
    FloatVector s = all(0);
    FloatVector t = all(0);
    FloatVector u = all(0);
    FloatVector v = all(0);
    int x = from;
    for (int i = 0; i < rows; i++) {
      s = s.add(load(m, x));
      t = t.add(load(m, x + WIDTH));
      u = u.add(load(m, x + 2 * WIDTH));
      v = v.add(load(m, x + 3 * WIDTH));
      x += step;
    }
    s.intoArray(sums, to);
    t.intoArray(sums, to + WIDTH);
    u.intoArray(sums, to + 2 * WIDTH);
    v.intoArray(sums, to + 3 * WIDTH);
  }

  /** One vector of sums, also of columns that the matrix has not. */
  static void oneSum(float[] m, int from, int step, int rows, float[] sums, int to) {
    FloatVector s = all(0);
    int x = from;
    for (int i = 0; i < rows; i++) {
      s = s.add(load(m, x));
      x += step;
    }
    s.intoArray(sums, to);
  }

  /**
   * The largest bits without signs of at least a vector of elements: the bits are ordered as the
   * numbers, and NaN above infinity. Two maxima, so that none waits for the one before.
   */
  static float maxAbs(float[] v, int from, int to) {
    int last = to - WIDTH;
    IntVector m = bits(v, last);
    IntVector n = m;
    int i = from;
    for (; i + WIDTH < last; i += 2 * WIDTH) {
      m = m.max(bits(v, i));
      n = n.max(bits(v, i + WIDTH));
    }
    for (; i < last; i += WIDTH) {
      m = m.max(bits(v, i));
    }
    float result = Float.intBitsToFloat(m.max(n).reduceLanes(VectorOperators.MAX));
    return !Float.isNaN(result) ? result : Float.NaN;
  }

  private static IntVector bits(float[] v, int at) {
    return FloatVector.fromArray(SPECIES, v, at).reinterpretAsInts().and(Integer.MAX_VALUE);
  }
}
