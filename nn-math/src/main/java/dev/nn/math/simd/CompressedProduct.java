package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of few rows with compressed weights, whose codes become floats in registers. Eight
 * vectors of columns at a time, as in {@link OneRow}; how the codes lie is told in {@link
 * CompressedMatrix}.
 */
final class CompressedProduct {
  private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
  private static final int PANEL = CompressedMatrix.PANEL;
  private static final int QUARTER = PANEL / 4;
  private static final int UPPER_HALF = 0xffff0000;
  private static final int LOWEST_BYTE = 0xff;
  private static final int POWER = Float.floatToRawIntBits(0x1p23f);
  private static final float ZERO_CODE = 0x1p23f + CompressedMatrix.OFFSET;

  private final float[] sums = new float[PANEL];
  private final float[] scales = new float[PANEL];

  /** C = A·B, plus the row in each row. */
  void multiply(Matrix a, CompressedMatrix b, Matrix row, Matrix c) {
    for (int panel = 0; panel < b.panels(); panel++) {
      int from = panel * PANEL;
      int width = Math.min(PANEL, b.columns() - from);
      System.arraycopy(b.scales(), from, scales, 0, PANEL);
      for (int i = 0; i < c.rows(); i++) {
        System.arraycopy(row.data(), row.offset() + from, sums, 0, width);
        multiply(b, panel, a.data(), a.rowStart(i));
        System.arraycopy(sums, 0, c.data(), c.rowStart(i) + from, width);
      }
    }
  }

  private void multiply(CompressedMatrix b, int panel, float[] x, int first) {
    int at = b.panelStart(panel);
    int ints = b.intsOfARow();
    switch (b.compression()) {
      case BFLOAT16 -> {
        for (int i = 0; i < ints; i += 4 * WIDTH) {
          halves(x, first, b.codes(), at + i, b.rows(), sums, i);
        }
      }
      case INT8 -> {
        for (int i = 0; i < ints; i += WIDTH) {
          bytes(x, first, b.codes(), at + i, b.rows(), scales, sums, i);
        }
      }
    }
  }

  /** The columns of four vectors of ints, two codes in each. */
  private static void halves(
      float[] x, int first, int[] codes, int at, int depth, float[] sums, int j) {
    int l = j + PANEL / 2;
    FloatVector c0 = FloatVector.fromArray(SPECIES, sums, j);
    FloatVector c1 = FloatVector.fromArray(SPECIES, sums, j + WIDTH);
    FloatVector c2 = FloatVector.fromArray(SPECIES, sums, j + 2 * WIDTH);
    FloatVector c3 = FloatVector.fromArray(SPECIES, sums, j + 3 * WIDTH);
    FloatVector d0 = FloatVector.fromArray(SPECIES, sums, l);
    FloatVector d1 = FloatVector.fromArray(SPECIES, sums, l + WIDTH);
    FloatVector d2 = FloatVector.fromArray(SPECIES, sums, l + 2 * WIDTH);
    FloatVector d3 = FloatVector.fromArray(SPECIES, sums, l + 3 * WIDTH);
    int y = at;
    for (int k = first; k < first + depth; k++) {
      FloatVector u = FloatVector.broadcast(SPECIES, x[k]);
      IntVector p = IntVector.fromArray(INTS, codes, y);
      c0 = u.fma(p.lanewise(LSHL, 16).reinterpretAsFloats(), c0);
      d0 = u.fma(p.and(UPPER_HALF).reinterpretAsFloats(), d0);
      IntVector q = IntVector.fromArray(INTS, codes, y + WIDTH);
      c1 = u.fma(q.lanewise(LSHL, 16).reinterpretAsFloats(), c1);
      d1 = u.fma(q.and(UPPER_HALF).reinterpretAsFloats(), d1);
      IntVector r = IntVector.fromArray(INTS, codes, y + 2 * WIDTH);
      c2 = u.fma(r.lanewise(LSHL, 16).reinterpretAsFloats(), c2);
      d2 = u.fma(r.and(UPPER_HALF).reinterpretAsFloats(), d2);
      IntVector s = IntVector.fromArray(INTS, codes, y + 3 * WIDTH);
      c3 = u.fma(s.lanewise(LSHL, 16).reinterpretAsFloats(), c3);
      d3 = u.fma(s.and(UPPER_HALF).reinterpretAsFloats(), d3);
      y += PANEL / 2;
    }
    c0.intoArray(sums, j);
    c1.intoArray(sums, j + WIDTH);
    c2.intoArray(sums, j + 2 * WIDTH);
    c3.intoArray(sums, j + 3 * WIDTH);
    d0.intoArray(sums, l);
    d1.intoArray(sums, l + WIDTH);
    d2.intoArray(sums, l + 2 * WIDTH);
    d3.intoArray(sums, l + 3 * WIDTH);
  }

  /**
   * The columns of one vector of ints, four codes in each. A byte in the lowest bits of the
   * fraction of 2²³ makes that float larger by the byte. (With two vectors of ints, or with
   * conversions of ints, the compiler makes objects of the vectors in some processes.)
   */
  private static void bytes(
      float[] x, int first, int[] codes, int at, int depth, float[] scales, float[] sums, int j) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, sums, j);
    FloatVector c1 = FloatVector.fromArray(SPECIES, sums, j + QUARTER);
    FloatVector c2 = FloatVector.fromArray(SPECIES, sums, j + 2 * QUARTER);
    FloatVector c3 = FloatVector.fromArray(SPECIES, sums, j + 3 * QUARTER);
    FloatVector s0 = FloatVector.fromArray(SPECIES, scales, j);
    FloatVector s1 = FloatVector.fromArray(SPECIES, scales, j + QUARTER);
    FloatVector s2 = FloatVector.fromArray(SPECIES, scales, j + 2 * QUARTER);
    FloatVector s3 = FloatVector.fromArray(SPECIES, scales, j + 3 * QUARTER);
    IntVector mask = IntVector.broadcast(INTS, LOWEST_BYTE);
    IntVector power = IntVector.broadcast(INTS, POWER);
    FloatVector zero = FloatVector.broadcast(SPECIES, ZERO_CODE);
    int y = at;
    for (int k = first; k < first + depth; k++) {
      FloatVector u = FloatVector.broadcast(SPECIES, x[k]);
      IntVector p = IntVector.fromArray(INTS, codes, y);
      IntVector p0 = p.and(mask).or(power);
      IntVector p1 = p.lanewise(LSHR, 8).and(mask).or(power);
      IntVector p2 = p.lanewise(LSHR, 16).and(mask).or(power);
      IntVector p3 = p.lanewise(LSHR, 24).or(power);
      c0 = u.fma(p0.reinterpretAsFloats().sub(zero).mul(s0), c0);
      c1 = u.fma(p1.reinterpretAsFloats().sub(zero).mul(s1), c1);
      c2 = u.fma(p2.reinterpretAsFloats().sub(zero).mul(s2), c2);
      c3 = u.fma(p3.reinterpretAsFloats().sub(zero).mul(s3), c3);
      y += QUARTER;
    }
    c0.intoArray(sums, j);
    c1.intoArray(sums, j + QUARTER);
    c2.intoArray(sums, j + 2 * QUARTER);
    c3.intoArray(sums, j + 3 * QUARTER);
  }
}
