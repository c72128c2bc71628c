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

  /** A panel of R with more rows than this is at home there only when packed. */
  private static final int DEEP = 512;

  final Block block = new Block();
  final DotProduct dot = new DotProduct();
  final Chunks chunks = new Chunks();
  final Descent descent = new Descent();
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

  /** Whether a descent along L·R needs the whole product, which does not come in tiles. */
  static boolean storesGradient(Block p, int rows, int columns) {
    return columns < WIDTH || packs(p, rows, columns) && !PackedProduct.passesTiles(p);
  }

  /** W −= rate·(L·R) for the operands in {@link #block}. Returns whether all of W is finite now. */
  boolean descend(float rate, Matrix w) {
    boolean isFinite =
        packs(block, w.rows(), w.columns())
            ? descent.multiply(packed, block, rate, w)
            : descent.multiply(block, rate, w);
    block.clear();
    return isFinite;
  }

  /** Whether the operands are so large that it pays to copy them into panels. */
  private static boolean packs(Block p, int rows, int columns) {
    // Packing is one more copy of R, which takes as long as some rows of the product.
    if (PACKS_BOTH && columns >= 4 * TILE_COLUMNS && rows >= 24 && p.depth >= 16) {
      boolean isTransposed = p.leftRowStep == 1;
      return (long) rows * columns >= (isTransposed ? MANY_RESULTS / 2 : MANY_RESULTS);
    }
    int manyRows = p.depth > DEEP ? 64 : 128;
    return rows >= manyRows && columns >= TILE_COLUMNS && (long) p.depth * columns >= LARGE;
  }
}
