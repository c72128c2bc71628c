package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.WIDTH;

/** What one thread needs besides its operands, and the choice of a way to multiply. */
final class VectorWorkspace {
  /** From this number of floats on, R is not at home in the second-level cache. */
  private static final int LARGE = 1 << 17;

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
    if (packs(rows, block.depth, columns)) {
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

  /** Whether the operands are so large that it pays to copy them into panels. */
  static boolean packs(int rows, int depth, int columns) {
    // Packing is one more copy of R, which takes as long as some rows of the product.
    int manyRows = depth > DEEP ? 64 : 128;
    return rows >= manyRows && columns >= TILE_COLUMNS && (long) depth * columns >= LARGE;
  }
}
