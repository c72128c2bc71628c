package dev.nn.core.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a trainable parameter: the unit of work of the parameter phase. How parameters are
 * cut into tiles follows from their shapes alone.
 *
 * @param stage whose parameter
 * @param parameter index of the parameter in its layer
 * @param firstRow first row of the parameter
 * @param rows number of rows
 */
record Tile(Stage stage, int parameter, int firstRow, int rows) {
  /** Weights, gradients and slots of a tile should stay in a core's second-level cache. */
  private static final int MAX_FLOATS = 16_384;

  /** Kernels compute several rows at a time, so tiles start at multiples of this. */
  private static final int ROW_MULTIPLE = 16;

  ParameterSlot slot() {
    return stage.parameters().get(parameter);
  }

  /** Index of the first element in the flat array. */
  int from() {
    return slot().offset() + firstRow * slot().parameter().columns();
  }

  /** Index after the last element in the flat array. */
  int to() {
    return from() + rows * slot().parameter().columns();
  }

  /** Cuts every trainable parameter. */
  static List<Tile> of(Architecture architecture) {
    List<Tile> tiles = new ArrayList<>();
    for (Stage stage : architecture.stages()) {
      for (int p = 0; p < stage.parameters().size(); p++) {
        if (stage.parameters().get(p).parameter().trainable()) {
          cut(stage, p, tiles);
        }
      }
    }
    return List.copyOf(tiles);
  }

  private static void cut(Stage stage, int parameter, List<Tile> tiles) {
    int rows = stage.parameters().get(parameter).parameter().rows();
    int columns = stage.parameters().get(parameter).parameter().columns();
    int step = Math.max(1, MAX_FLOATS / columns / ROW_MULTIPLE) * ROW_MULTIPLE;
    for (int row = 0; row < rows; row += step) {
      tiles.add(new Tile(stage, parameter, row, Math.min(step, rows - row)));
    }
  }
}
