package dev.nn.core.internal.engine;

import dev.nn.api.GradientPass;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import dev.nn.math.kernel.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of one tile over a batch of one size.
 *
 * <p>Where the update is plain gradient descent, the product of the input and the output gradient
 * is put off until the layer has returned. (Other tiles read these two matrices as well, so no
 * layer may change them here.) If by then the product is all there is to the gradient, the weights
 * are updated in the same pass and the gradient is never stored. A layer that asks for the gradient
 * earlier finds it computed.
 */
final class TilePass extends StagePass implements GradientPass {
  private static final Kernels KERNELS = Kernels.active();

  private final int index;
  private final int firstRow;
  private final Matrix gradient;
  private final double penaltyShare;
  private @Nullable Matrix left;
  private @Nullable Matrix leftColumns;
  private boolean postpones;
  private boolean isPostponed;

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
    if (isPostponed) {
      isPostponed = false;
      KERNELS.transposedProduct(tileColumns(input()), outputGradient(), gradient);
    }
    // Whoever holds the gradient may add to it, so later products are computed at once.
    postpones = false;
    return gradient;
  }

  /** Postpones the product that follows, until somebody asks for the gradient. */
  void postpone() {
    postpones = true;
    isPostponed = false;
  }

  /** Whether the gradient is a product that has been put off. */
  boolean isPostponed() {
    return isPostponed;
  }

  /**
   * Computes the product that has been put off, and updates the weights with it.
   *
   * @return whether all weights are finite now
   */
  boolean descend(double learningRate, Matrix weights) {
    postpones = false;
    isPostponed = false;
    return KERNELS.descend(
        tileColumns(input()), outputGradient(), (float) learningRate, gradient, weights);
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
    Matrix columns = tileColumns(left);
    if (postpones && left == input() && right == outputGradient()) {
      Shapes.checkTransposedProduct(columns, right, gradient);
      isPostponed = true;
    } else {
      KERNELS.transposedProduct(columns, right, gradient);
      isPostponed = false;
    }
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
    isPostponed = false;
  }
}
