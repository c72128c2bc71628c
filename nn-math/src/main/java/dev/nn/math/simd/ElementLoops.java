package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.WIDTH;
import static dev.nn.math.simd.Lanes.all;
import static dev.nn.math.simd.Lanes.load;

import dev.nn.math.FloatMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Functions of count elements from x[i] on, to those from y[o] on, which may be the same ones.
 *
 * <p>The last vector overlaps the one before. Its arguments are read before the first results are
 * written, which may be in their place. Each function has a loop of its own, because the JIT
 * compiler keeps vectors in registers only where it knows the function.
 */
final class ElementLoops {
  private ElementLoops() {}

  static void exp(float[] x, int i, float[] y, int o, int count) {
    if (count < WIDTH) {
      for (int j = 0; j < count; j++) {
        y[o + j] = FloatMath.exp(x[i + j]);
      }
      return;
    }
    int last = count - WIDTH;
    FloatVector end = load(x, i + last);
    for (int j = 0; j < last; j += WIDTH) {
      VectorMath.exp(load(x, i + j)).intoArray(y, o + j);
    }
    VectorMath.exp(end).intoArray(y, o + last);
  }

  static void tanh(float[] x, int i, float[] y, int o, int count) {
    if (count < WIDTH) {
      for (int j = 0; j < count; j++) {
        y[o + j] = FloatMath.tanh(x[i + j]);
      }
      return;
    }
    int last = count - WIDTH;
    FloatVector end = load(x, i + last);
    for (int j = 0; j < last; j += WIDTH) {
      VectorMath.tanh(load(x, i + j)).intoArray(y, o + j);
    }
    VectorMath.tanh(end).intoArray(y, o + last);
  }

  static void sigmoid(float[] x, int i, float[] y, int o, int count) {
    if (count < WIDTH) {
      for (int j = 0; j < count; j++) {
        y[o + j] = FloatMath.sigmoid(x[i + j]);
      }
      return;
    }
    int last = count - WIDTH;
    FloatVector end = load(x, i + last);
    for (int j = 0; j < last; j += WIDTH) {
      VectorMath.sigmoid(load(x, i + j)).intoArray(y, o + j);
    }
    VectorMath.sigmoid(end).intoArray(y, o + last);
  }

  static void relu(float[] x, int i, float[] y, int o, int count) {
    if (count < WIDTH) {
      for (int j = 0; j < count; j++) {
        y[o + j] = Math.max(x[i + j], 0);
      }
      return;
    }
    int last = count - WIDTH;
    FloatVector end = load(x, i + last);
    for (int j = 0; j < last; j += WIDTH) {
      relu(load(x, i + j)).intoArray(y, o + j);
    }
    relu(end).intoArray(y, o + last);
  }

  /** NaN is not below 0 and stays; −0 becomes +0. */
  private static FloatVector relu(FloatVector x) {
    return x.blend(all(0), x.compare(VectorOperators.LE, 0));
  }
}
