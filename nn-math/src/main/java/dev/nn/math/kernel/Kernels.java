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
  /** The fastest kernels that this virtual machine can run. */
  static Kernels active() {
    return ActiveKernels.CHOICE.kernels();
  }

  /** The scalar kernels: the specification, and the ones that run everywhere. */
  static Kernels scalar() {
    return ActiveKernels.SCALAR;
  }

  /** Why {@link #active()} are the ones they are, and how to get faster ones, for logs. */
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
   * C = A·B plus the one row given in each row, for A m × k, B k × n, the row 1 × n and C m × n;
   * the chains of a column begin at the row's element.
   */
  void product(Matrix a, Matrix b, Matrix row, Matrix c);

  /** C = C + A·B for A m × k, B k × n and C m × n; each chain begins at what C holds. */
  void addProduct(Matrix a, Matrix b, Matrix c);

  /** C = Aᵀ·B for A k × m, B k × n and C m × n; each chain begins at 0. */
  void transposedProduct(Matrix a, Matrix b, Matrix c);

  /** C = A·Bᵀ for A m × k, B n × k and C m × n; each element is sixteen chains of fma along k. */
  void productTransposed(Matrix a, Matrix b, Matrix c);

  /** T = Aᵀ. */
  void transpose(Matrix a, Matrix t);

  /** The sum of each column of M, from 0 and in the order of the rows, as one row. */
  void columnSums(Matrix m, Matrix sums);

  /** Each row of M becomes a copy of the one row given. */
  void fillRows(Matrix row, Matrix m);

  /** y = e<sup>x</sup> for each element; y may be x. */
  void exp(Matrix x, Matrix y);

  /** y = 1/(1 + e<sup>−x</sup>) for each element; y may be x. */
  void sigmoid(Matrix x, Matrix y);

  /** y = max(x, 0) for each element, +0 for −0 and NaN for NaN; y may be x. */
  void relu(Matrix x, Matrix y);

  /** dz = da if 0 &lt; z &lt; ∞, else da·0, for each element; dz may be da. */
  void reluGradient(Matrix z, Matrix da, Matrix dz);

  /** dz = da·(a·(1 − a)) for each element; dz may be da. */
  void sigmoidGradient(Matrix a, Matrix da, Matrix dz);

  /**
   * aⱼ = e<sup>zⱼ − max z</sup> / ∑ e<sup>zₖ − max z</sup> in each row; the sum is sixteen chains.
   * A may be Z.
   */
  void softmax(Matrix z, Matrix a);

  /**
   * Whether no v[i] for {@code from} ≤ i &lt; {@code to} is NaN or infinite: a cheap look for
   * divergence.
   *
   * @throws IndexOutOfBoundsException if the range does not lie in the array
   */
  boolean allFinite(float[] v, int from, int to);
}
