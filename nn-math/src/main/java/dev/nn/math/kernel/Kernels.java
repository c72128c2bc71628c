package dev.nn.math.kernel;

import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;

/**
 * The operations on matrices that a network spends its time in.
 *
 * <p>An implementation is free in its blocking, packing and vector width, but not in its bits: the
 * order of every sum is fixed here, so all implementations give the same results. An element of a
 * matrix product is one chain of {@link FloatMath#fma} along k, in order. Where a sum has to run
 * along a row it is <i>sixteen chains</i>: chain l takes the elements l, l + 16, l + 32, …, in
 * order, from 0; then chain l is added to chain l + 8 for l &lt; 8, the sums to those l + 4, l + 2
 * and l + 1 further on.
 *
 * <p>Every operation takes matrices of any offset and stride, also of no rows or no columns;
 * touches no element outside them; allocates nothing once warm; and may be called by any number of
 * threads. A result must not share elements with an operand, unless the operation says so. Shapes
 * that do not fit give an {@link IllegalArgumentException}.
 */
public interface Kernels {
  /**
   * Returns the fastest kernels that this virtual machine can run. The choice is made once, when it
   * is first asked for; {@code -Dnn.kernels=scalar} asks for the scalar ones.
   */
  static Kernels active() {
    return ActiveKernels.CHOICE.kernels();
  }

  /** Returns the scalar kernels: the specification, and the ones that run everywhere. */
  static Kernels scalar() {
    return ActiveKernels.SCALAR;
  }

  /**
   * Returns why {@link #active()} are the ones they are, and how to get faster ones, in one line
   * for logs.
   */
  static String reason() {
    return ActiveKernels.CHOICE.reason();
  }

  /** What these kernels run on, for logs: {@code scalar} or {@code 512-bit vectors}. */
  default String name() {
    return vectorBits() == 0 ? "scalar" : vectorBits() + "-bit vectors";
  }

  /** The width of the vectors that these kernels run on, in bits; 0 for scalar kernels. */
  int vectorBits();

  /** C = A·B for A m × k, B k × n and C m × n; each chain begins at 0. */
  void product(Matrix a, Matrix b, Matrix c);

  /**
   * Computes C = A·B plus the one row in each row, for A m × k, B k × n, the row 1 × n and C m × n:
   * a dense layer's x·W + b. The chains of a column begin at the row's element.
   */
  void product(Matrix a, Matrix b, Matrix row, Matrix c);

  /**
   * The same for compressed weights B, in few rows: the bits are those of the product with the
   * floats that B stands for.
   */
  void product(Matrix a, CompressedMatrix b, Matrix row, Matrix c);

  /** Computes C = C + A·B for A m × k, B k × n and C m × n. Each chain begins at what C holds. */
  void addProduct(Matrix a, Matrix b, Matrix c);

  /**
   * Computes C = Aᵀ·B for A k × m, B k × n and C m × n, such as the gradient of a dense layer's
   * weights from its input and its output's gradient. Each chain begins at 0.
   */
  void transposedProduct(Matrix a, Matrix b, Matrix c);

  /**
   * Computes W = W − rate·(Aᵀ·B) for A k × m, B k × n and W m × n: a step of gradient descent on a
   * dense layer's weights. Each element of Aᵀ·B is a chain that begins at 0. Its multiple by the
   * rate is rounded before it is subtracted.
   *
   * @param gradient m × n scratch space; what it holds afterwards is not defined
   * @return whether all of W is finite now
   */
  boolean descend(Matrix a, Matrix b, float rate, Matrix gradient, Matrix w);

  /**
   * Computes C = A·Bᵀ for A m × k, B n × k and C m × n. Each element is sixteen chains of fma along
   * k.
   */
  void productTransposed(Matrix a, Matrix b, Matrix c);

  /** Computes T = Aᵀ for A m × n and T n × m. */
  void transpose(Matrix a, Matrix t);

  /**
   * Computes the sum of each column of M as one row. Each sum begins at 0 and takes the rows in
   * order.
   */
  void columnSums(Matrix m, Matrix sums);

  /** Makes each row of M a copy of the one row given. */
  void fillRows(Matrix row, Matrix m);

  /**
   * Computes y = e<sup>x</sup> for each element; y may be x. The bits are those of {@link
   * dev.nn.math.FloatMath#exp}.
   */
  void exp(Matrix x, Matrix y);

  /**
   * Computes y = 1/(1 + e<sup>−x</sup>) for each element; y may be x. The bits are those of {@link
   * dev.nn.math.FloatMath#sigmoid}.
   */
  void sigmoid(Matrix x, Matrix y);

  /** Computes y = max(x, 0) for each element, with +0 for −0 and NaN for NaN; y may be x. */
  void relu(Matrix x, Matrix y);

  /**
   * Computes dz = da where 0 &lt; z &lt; ∞, and da·0 elsewhere, for each element; dz may be da. The
   * product keeps a NaN in da from vanishing.
   */
  void reluGradient(Matrix z, Matrix da, Matrix dz);

  /** Computes dz = da·(a·(1 − a)) for each element, where a = σ(z); dz may be da. */
  void sigmoidGradient(Matrix a, Matrix da, Matrix dz);

  /**
   * Computes aⱼ = e<sup>zⱼ − max z</sup> / ∑ e<sup>zₖ − max z</sup> in each row; A may be Z. The
   * sum is sixteen chains. The largest element is subtracted so that no power overflows.
   */
  void softmax(Matrix z, Matrix a);

  /**
   * Returns whether no v[i] for {@code from} ≤ i &lt; {@code to} is NaN or infinite. It is a cheap
   * look for divergence.
   *
   * @throws IndexOutOfBoundsException if the range does not lie in the array
   */
  boolean allFinite(float[] v, int from, int to);
}
