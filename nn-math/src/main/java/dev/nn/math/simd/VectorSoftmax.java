package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.WIDTH;
import static dev.nn.math.simd.Lanes.all;
import static dev.nn.math.simd.Lanes.load;

import dev.nn.math.Matrix;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The softmax of each row; its sum is sixteen chains added in a tree. */
final class VectorSoftmax {
  private static final int CHAINS = 16;
  private static final float[] INDEX = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

  private final float[] chains = new float[CHAINS];
  private final float[] lanes = new float[WIDTH];

  void rows(Matrix z, Matrix a) {
    int columns = z.columns();
    if (columns == 0) {
      return;
    }
    for (int i = 0; i < z.rows(); i++) {
      if (columns < WIDTH) {
        shortRow(z.data(), z.rowStart(i), a.data(), a.rowStart(i), columns);
      } else {
        longRow(z.data(), z.rowStart(i), a.data(), a.rowStart(i), columns);
      }
    }
  }

  /** A row that does not fill a vector: lanes beyond it hold −∞, whose power is 0. */
  private void shortRow(float[] z, int from, float[] a, int to, int columns) {
    VectorMask<Float> beyond = load(INDEX, 0).compare(VectorOperators.GE, columns);
    System.arraycopy(z, from, lanes, 0, columns);
    FloatVector x = load(lanes, 0).blend(all(Float.NEGATIVE_INFINITY), beyond);
    float max = x.reduceLanes(VectorOperators.MAX);
    FloatVector powers = VectorMath.exp(x.sub(max)).blend(all(0), beyond);
    powers.intoArray(chains, 0);
    Arrays.fill(chains, WIDTH, CHAINS, 0);
    powers.div(tree()).intoArray(lanes, 0);
    System.arraycopy(lanes, 0, a, to, columns);
  }

  private void longRow(float[] z, int from, float[] a, int to, int columns) {
    float max = max(z, from, columns);
    powers(z, from, max, a, to, columns);
    for (int lane = 0; lane < CHAINS; lane += WIDTH) {
      addChains(a, to + lane, to + columns, lane);
    }
    divide(a, to, tree(), columns);
  }

  private static float max(float[] z, int from, int columns) {
    int last = columns - WIDTH;
    FloatVector max = load(z, from + last);
    for (int j = 0; j < last; j += WIDTH) {
      max = max.max(load(z, from + j));
    }
    return max.reduceLanes(VectorOperators.MAX);
  }

  private static void powers(float[] z, int from, float max, float[] a, int to, int columns) {
    int last = columns - WIDTH;
    FloatVector end = load(z, from + last);
    for (int j = 0; j < last; j += WIDTH) {
      VectorMath.exp(load(z, from + j).sub(max)).intoArray(a, to + j);
    }
    VectorMath.exp(end.sub(max)).intoArray(a, to + last);
  }

  /** A vector of chains from {@code chains[lane]} on: every sixteenth element from each lane on. */
  private void addChains(float[] a, int from, int end, int lane) {
    FloatVector sum = all(0);
    int j = from;
    for (; j + WIDTH <= end; j += CHAINS) {
      sum = sum.add(load(a, j));
    }
    sum.intoArray(chains, lane);
    for (int l = lane; j < end && l < lane + WIDTH; j++) {
      chains[l++] += a[j];
    }
  }

  private float tree() {
    for (int half = CHAINS / 2; half > 0; half /= 2) {
      for (int l = 0; l < half; l++) {
        chains[l] += chains[l + half];
      }
    }
    return chains[0];
  }

  private static void divide(float[] a, int to, float sum, int columns) {
    int last = columns - WIDTH;
    FloatVector end = load(a, to + last);
    for (int j = 0; j < last; j += WIDTH) {
      load(a, to + j).div(sum).intoArray(a, to + j);
    }
    end.div(sum).intoArray(a, to + last);
  }
}
