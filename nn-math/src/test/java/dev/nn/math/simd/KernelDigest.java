package dev.nn.math.simd;

import dev.nn.math.Compression;
import dev.nn.math.CounterRandom;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import dev.nn.math.kernel.Kernels;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The results of all operations in one number; a program, so that other JVM flags can be tried. */
final class KernelDigest {
  private static final int[][] SHAPES = {
    {1, 30, 7},
    {1, 40, 53},
    {1, 40, 150},
    {3, 100, 1},
    {11, 1, 150},
    {13, 1, 37},
    {17, 33, 10},
    {32, 64, 128},
    {65, 520, 300},
    {130, 513, 300}
  };

  private final Kernels kernels;
  private final MessageDigest digest;

  private KernelDigest(Kernels kernels) {
    this.kernels = kernels;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Prints the name of the active kernels and their digest. */
  public static void main(String[] args) {
    System.out.println(Kernels.active().name() + " " + of(Kernels.active()));
  }

  static String of(Kernels kernels) {
    KernelDigest digest = new KernelDigest(kernels);
    for (int[] shape : SHAPES) {
      digest.products(shape[0], shape[1], shape[2]);
      digest.functions(shape[0], shape[2]);
    }
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void products(int m, int k, int n) {
    Matrix c = normal(3, m, n);
    kernels.product(normal(1, m, k), normal(2, k, n), c);
    add(c);
    kernels.addProduct(normal(4, m, k), normal(2, k, n), c);
    add(c);
    kernels.product(normal(1, m, k), normal(2, k, n), normal(5, 1, n), c);
    add(c);
    kernels.transposedProduct(normal(1, k, m), normal(2, k, n), c);
    add(c);
    addDescent(normal(1, k, m), normal(2, k, n), c);
    Matrix broken = normal(2, k, n);
    broken.set(k - 1, n - 1, Float.POSITIVE_INFINITY);
    addDescent(normal(1, k, m), broken, c);
    kernels.productTransposed(normal(1, m, k), normal(2, n, k), c);
    add(c);
    for (Compression form : Compression.values()) {
      CompressedMatrix b = VectorProductsTest.compressed(normal(2, k, n), form);
      kernels.product(normal(1, m, k), b, normal(5, 1, n), c);
      add(c);
    }
  }

  private void addDescent(Matrix a, Matrix b, Matrix w) {
    boolean isFinite = kernels.descend(a, b, 0.1f, normal(6, w.rows(), w.columns()), w);
    digest.update((byte) (isFinite ? 1 : 0));
    add(w);
  }

  private void functions(int m, int n) {
    Matrix x = normal(6, m, n);
    Matrix y = Matrix.zeros(m, n);
    Matrix dz = Matrix.zeros(m, n);
    kernels.exp(x, y);
    add(y);
    kernels.sigmoid(x, y);
    add(y);
    kernels.sigmoidGradient(y, x, dz);
    add(dz);
    kernels.relu(x, y);
    add(y);
    kernels.reluGradient(x, y, y);
    add(y);
    kernels.softmax(x, y);
    add(y);
    Matrix sums = Matrix.zeros(1, n);
    kernels.columnSums(x, sums);
    add(sums);
    kernels.fillRows(sums, y);
    add(y);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        y.set(i, j, FloatMath.tanh(x.get(i, j)) + FloatMath.normalCdf(x.get(i, j)));
      }
    }
    add(y);
    Matrix t = Matrix.zeros(n, m);
    kernels.transpose(x, t);
    add(t);
  }

  private static Matrix normal(long seed, int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    CounterRandom.normal(CounterRandom.key(seed), matrix, 0);
    return matrix;
  }

  private void add(Matrix matrix) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * matrix.size());
    for (float[] row : matrix.toArray()) {
      for (float element : row) {
        bytes.putInt(Float.floatToIntBits(element));
      }
    }
    digest.update(bytes.array());
  }
}
