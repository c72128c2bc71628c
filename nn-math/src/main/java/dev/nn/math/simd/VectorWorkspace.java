package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.TILE_COLUMNS;
import static dev.nn.math.simd.Lanes.WIDTH;

/** What one thread needs besides its operands, and the choice of a way to multiply. */
final class VectorWorkspace {
  /** Packing costs a copy of R for each block of this many rows. */
  private static final int PACKED_ROWS = 64;

  /** From this size on R does not stay in the second-level cache. */
  private static final int PACKED_SIZE = 1 << 17;

  final Block block = new Block();
  final DotProduct dot = new DotProduct();
  final VectorSoftmax softmax = new VectorSoftmax();
  final float[] lanes = new float[WIDTH];
  private final NarrowProduct narrow = new NarrowProduct();
  private final PackedProduct packed = new PackedProduct();

  /** The product of the operands in {@link #block}. */
  void multiply(int rows, int columns) {
    if (rows >= PACKED_ROWS && columns >= TILE_COLUMNS && block.depth * columns >= PACKED_SIZE) {
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
}
