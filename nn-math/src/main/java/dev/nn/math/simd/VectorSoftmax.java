package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static dev.nn.math.simd.Lanes.WIDTH;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.nn.math.Matrix;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The softmax of each row; its sum is sixteen chains added in a tree. Rows are copied to work space
 * and filled up there, with −∞ and later with 0, to a multiple of sixteen; as many at a time as
 * fit, so that no row waits for the results of the one before.
 */
final class VectorSoftmax {
  private static final int CHAINS = 16;

  private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);

  private final float[] chains = new float[CHAINS];
  private float[] x = new float[1024];

  void rows(Matrix z, Matrix a) {
    int width = (z.columns() + CHAINS - 1) & -CHAINS;
    if (x.length < width) {
      x = new float[width];
    }
    if (width == 0) {
      return;
    }
    int step = x.length / width;
    for (int i = 0; i < z.rows(); i += step) {
      someRows(z, a, i, Math.min(step, z.rows() - i), width);
    }
  }

  private void someRows(Matrix z, Matrix a, int first, int rows, int width) {
    int columns = z.columns();
    int end = rows * width;
    for (int from = 0; from < end; from += width) {
      System.arraycopy(z.data(), z.rowStart(first + from / width), x, from, columns);
      Arrays.fill(x, from + columns, from + width, Float.NEGATIVE_INFINITY);
    }
    for (int from = 0; from < end; from += width) {
      subtractMax(x, from, from + width);
    }
    ExpLoop.apply(x, end);
    for (int from = 0; from < end; from += width) {
      Arrays.fill(x, from + columns, from + width, 0);
      addChains(x, from, from + width, chains);
      divide(x, from, from + width, tree(chains));
    }
    for (int from = 0; from < end; from += width) {
      System.arraycopy(x, from, a.data(), a.rowStart(first + from / width), columns);
    }
  }

  /**
   * The maximum is one of integers in the order of the floats, which takes fewer steps. Some NaNs
   * come first, but then the sum is no number, and so is all that is divided by it.
   */
  private static void subtractMax(float[] x, int from, int to) {
    IntVector max = IntVector.broadcast(INTS, Integer.MIN_VALUE);
    for (int j = from; j < to; j += WIDTH) {
      IntVector bits = FloatVector.fromArray(SPECIES, x, j).reinterpretAsInts();
      max = bits.lanewise(ASHR, 31).and(Integer.MAX_VALUE).lanewise(XOR, bits).max(max);
    }
    int bits = max.reduceLanes(MAX);
    float largest = Float.intBitsToFloat(bits ^ (bits >> 31 & Integer.MAX_VALUE));
    FloatVector shift = FloatVector.broadcast(SPECIES, largest);
    for (int j = from; j < to; j += WIDTH) {
      FloatVector.fromArray(SPECIES, x, j).sub(shift).intoArray(x, j);
    }
  }

  private static void addChains(float[] x, int from, int to, float[] chains) {
    for (int lane = 0; lane < CHAINS; lane += WIDTH) {
      FloatVector sum = FloatVector.broadcast(SPECIES, 0);
      for (int j = from + lane; j < to; j += CHAINS) {
        sum = FloatVector.fromArray(SPECIES, x, j).add(sum);
      }
      sum.intoArray(chains, lane);
    }
  }

  private static float tree(float[] c) {
    float even = ((c[0] + c[8]) + (c[4] + c[12])) + ((c[2] + c[10]) + (c[6] + c[14]));
    float odd = ((c[1] + c[9]) + (c[5] + c[13])) + ((c[3] + c[11]) + (c[7] + c[15]));
    return even + odd;
  }

  private static void divide(float[] x, int from, int to, float sum) {
    FloatVector divisor = FloatVector.broadcast(SPECIES, sum);
    for (int j = from; j < to; j += WIDTH) {
      FloatVector.fromArray(SPECIES, x, j).div(divisor).intoArray(x, j);
    }
  }
}
