package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.PACKS_BOTH;
import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.Matrix;

/** What one thread needs besides its operands, and the choice of a way to multiply. */
final class VectorWorkspace {
  /** From this number of floats on, R is not at home in the second-level cache. */
  private static final int LARGE = 1 << 17;

  /**
   * From this number of results on it pays to pack both operands; half of it if L is transposed.
   */
  private static final int MANY_RESULTS = 1 << 13;

  /** With fewer columns, rows or k than these, copies of both operands cost more than they save. */
  private static final int MANY_COLUMNS = 4 * TILE_COLUMNS;

  private static final int MANY_ROWS = 24;
  private static final int MANY_K = 16;

  /** A panel of R with more rows than this is at home there only when packed. */
  private static final int DEEP = 512;

  final Block block = new Block();
  final DotProduct dot = new DotProduct();
  final Chunks chunks = new Chunks();
  private final Descent descent = new Descent();
  final CompressedProduct compressed = new CompressedProduct();
  final VectorSoftmax softmax = new VectorSoftmax();
  final float[] lanes = new float[WIDTH];
  private final NarrowProduct narrow = new NarrowProduct();
  private final PackedProduct packed = new PackedProduct();

  /** The product of the operands in {@link #block}. */
  void multiply(int rows, int columns) {
    if (packs(block, rows, columns)) {
      packed.multiply(block, rows, columns);
    } else {
      boolean overlaps = columns >= WIDTH && !block.startsAtResult();
      int whole = overlaps ? columns : columns - columns % WIDTH;
      if (whole > 0) {
        DirectProduct.multiply(block, rows, whole);
      }
      if (whole < columns) {
        narrow.multiply(block, rows, whole, columns);
      }
    }
    block.clear();
  }

  /** C = Aᵀ·B. */
  void multiplyTransposed(Matrix a, Matrix b, Matrix c) {
    block.firstZero();
    block.result(c);
    if (c.columns() == 1 && c.stride() == 1) {
      // The one column lies in memory like a row: Cᵀ = Bᵀ·A has vectors to fill.
      block.leftTransposed(b);
      block.right(a);
      multiply(1, c.rows());
    } else {
      block.leftTransposed(a);
      block.right(b);
      multiply(c.rows(), c.columns());
    }
  }

  /**
   * W −= rate·(Aᵀ·B), whose gradient is stored only if the product does not come in tiles.
   *
   * @return whether all of W is finite now
   */
  boolean descend(Matrix a, Matrix b, float rate, Matrix gradient, Matrix w) {
    block.leftTransposed(a);
    block.right(b);
    boolean packs = packs(block, w.rows(), w.columns());
    if (w.columns() < WIDTH || packs && !PackedProduct.passesTiles(block)) {
      multiplyTransposed(a, b, gradient);
      return descent.update(gradient, rate, w);
    }
    boolean isFinite =
        packs ? descent.multiply(packed, block, rate, w) : descent.multiply(block, rate, w);
    block.clear();
    return isFinite;
  }

  /** Whether the operands are so large that it pays to copy them into panels. */
  private static boolean packs(Block p, int rows, int columns) {
    // Packing is one more copy of R, which takes as long as some rows of the product.
    if (PACKS_BOTH && columns >= MANY_COLUMNS && rows >= MANY_ROWS && p.depth >= MANY_K) {
      boolean isTransposed = p.leftRowStep == 1;
      return (long) rows * columns >= (isTransposed ? MANY_RESULTS / 2 : MANY_RESULTS);
    }
    int manyRows = p.depth > DEEP ? 64 : 128;
    return rows >= manyRows && columns >= TILE_COLUMNS && (long) p.depth * columns >= LARGE;
  }
}
