package dev.nn.core.internal.engine;

import dev.nn.api.GradientPass;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** The gradient of one tile over a batch of one size. */
final class TilePass extends StagePass implements GradientPass {
  private static final Kernels KERNELS = Kernels.active();

  private final int index;
  private final int firstRow;
  private final Matrix gradient;
  private final double penaltyShare;
  private @Nullable Matrix left;
  private @Nullable Matrix leftColumns;

  /**
   * @param memory the stage's matrices with all rows of the batch
   * @param gradient the tile's part of the flat array of gradients
   * @param penaltyShare what a penalty on the tile's weights counts in a batch of this size
   */
  TilePass(Tile tile, StageMemory memory, Matrix gradient, double penaltyShare) {
    super(tile.stage(), memory);
    this.index = tile.parameter();
    this.firstRow = tile.firstRow();
    this.gradient = gradient;
    this.penaltyShare = penaltyShare;
  }

  double penaltyShare() {
    return penaltyShare;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int firstRow() {
    return firstRow;
  }

  @Override
  public Matrix gradient() {
    return gradient;
  }

  /**
   * Tiles are updated as soon as their gradients are there, so what a parameter holds now depends
   * on the order of the tiles.
   */
  @Override
  public Matrix parameter(int index) {
    throw new IllegalStateException(
        stage.label()
            + ": parameters may already be updated here; keep what the gradient needs in a saved or"
            + " shared buffer");
  }

  @Override
  public void product(Matrix left, Matrix right) {
    KERNELS.transposedProduct(tileColumns(left), right, gradient);
  }

  /**
   * The tile's columns of a batch matrix. A layer passes the same matrix in every step, so the view
   * is kept.
   */
  private Matrix tileColumns(Matrix matrix) {
    Matrix columns = leftColumns;
    if (columns == null || matrix != left) {
      columns = matrix.columns(firstRow, firstRow + gradient.rows());
      left = matrix;
      leftColumns = columns;
    }
    return columns;
  }

  @Override
  public void columnSums(Matrix matrix) {
    KERNELS.columnSums(matrix, gradient);
  }
}
