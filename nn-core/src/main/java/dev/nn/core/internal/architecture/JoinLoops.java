package dev.nn.core.internal.architecture;

/** Loops over the elements of two rows, which the compiler turns into vectors. */
final class JoinLoops {
  private JoinLoops() {}

  static void add(float[] x, int from, float[] a, int to, int count) {
    for (int j = 0; j < count; j++) {
      a[to + j] += x[from + j];
    }
  }

  static void subtract(float[] x, int from, float[] a, int to, int count) {
    for (int j = 0; j < count; j++) {
      a[to + j] -= x[from + j];
    }
  }

  static void multiply(float[] x, int from, float[] a, int to, int count) {
    for (int j = 0; j < count; j++) {
      a[to + j] *= x[from + j];
    }
  }

  static void negate(float[] a, int to, int count) {
    for (int j = 0; j < count; j++) {
      a[to + j] = -a[to + j];
    }
  }
}
