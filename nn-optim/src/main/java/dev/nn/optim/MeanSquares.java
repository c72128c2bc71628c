package dev.nn.optim;

import dev.nn.api.ParameterTile;

/**
 * The running means of squares of {@link Adafactor} for one tensor. Those of the rows of a matrix
 * lie at the beginning of the tensor's part of the slot, and those of its columns behind them,
 * which leaves room as soon as there are two of each. Otherwise each element has its own.
 */
final class MeanSquares {
  private final float[] gradients;
  private final float[] means;
  private final int from;
  private final int to;
  private final int rows;
  private final int columns;
  private final double share;
  private final double epsilon;

  /**
   * The state of a tensor.
   *
   * @param tile the whole tensor
   * @param share how much the new gradient counts, 1 for the first
   * @param epsilon is added to each square
   */
  MeanSquares(ParameterTile tile, double share, double epsilon) {
    this.gradients = tile.gradients();
    this.means = tile.slot(0);
    this.from = tile.from();
    this.to = tile.to();
    this.columns = tile.columns();
    this.rows = (to - from) / columns;
    this.share = share;
    this.epsilon = epsilon;
  }

  private boolean isFactored() {
    return rows > 1 && columns > 1;
  }

  /** Lets the present gradients join the means. */
  void advance() {
    if (!isFactored()) {
      for (int i = from; i < to; i++) {
        join(i, square(i));
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += square(from + row * columns + column);
      }
      join(from + row, sum / columns);
    }
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += square(from + row * columns + column);
      }
      join(from + rows + column, sum / rows);
    }
  }

  private double square(int index) {
    double gradient = gradients[index];
    return gradient * gradient + epsilon;
  }

  private void join(int index, double value) {
    means[index] = (float) (means[index] + share * (value - means[index]));
  }

  /** Divides each gradient by the root of what the means say of its square. */
  void divide() {
    if (!isFactored()) {
      for (int i = from; i < to; i++) {
        gradients[i] = (float) (gradients[i] / Math.sqrt(means[i]));
      }
      return;
    }
    double mean = 0;
    for (int row = 0; row < rows; row++) {
      mean += means[from + row];
    }
    mean /= rows;
    for (int row = 0; row < rows; row++) {
      // A product of two small floats is 0 in float, and so a gradient of 0 would become NaN.
      double ofRow = means[from + row] / mean;
      for (int column = 0; column < columns; column++) {
        int i = from + row * columns + column;
        gradients[i] = (float) (gradients[i] / Math.sqrt(ofRow * means[from + rows + column]));
      }
    }
  }
}
