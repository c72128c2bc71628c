package dev.nn.core.internal.engine;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a trainable parameter: the unit of work of the parameter phase. How parameters are
 * cut into tiles follows from their shapes alone.
 *
 * @param stage the stage that has the parameter
 * @param parameter index of the parameter in its layer
 * @param firstRow first row of the parameter
 * @param rows number of rows
 */
record Tile(Stage stage, int parameter, int firstRow, int rows) {
  /**
   * This is enough work to be worth a call, and little enough for the workers' shares to come out
   * even.
   */
  private static final int FLOATS = 4096;

  /** Kernels compute several rows at a time, so tiles start at multiples of this. */
  private static final int ROW_MULTIPLE = 16;

  // A tile of a wide parameter has more rows, because a product then reads more columns for each
  // row of the tile.
  private static final int WIDE = 128;
  private static final int COLUMNS_PER_ROW = 8;
  private static final int MIN_WIDE_ROWS = 32;
  private static final int MAX_WIDE_ROWS = 128;

  private static final int VECTOR = 16;

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
    int step = rowsOfATile(columns);
    for (int row = 0; row < rows; row += step) {
      tiles.add(new Tile(stage, parameter, row, Math.min(step, rows - row)));
    }
  }

  private static int rowsOfATile(int columns) {
    int rows =
        columns < WIDE
            ? FLOATS / columns
            : Math.min(Math.max(columns / COLUMNS_PER_ROW, MIN_WIDE_ROWS), MAX_WIDE_ROWS);
    return rows / ROW_MULTIPLE * ROW_MULTIPLE;
  }

  /**
   * Gives each worker consecutive tiles, so that all have about the same amount of work.
   *
   * @return for each worker its first tile, and the number of tiles at the end
   */
  static int[] shares(List<Tile> tiles, int workers) {
    long total = tiles.stream().mapToLong(Tile::work).sum();
    int[] first = new int[workers + 1];
    first[workers] = tiles.size();
    int tile = 0;
    long before = 0;
    for (int worker = 1; worker < workers; worker++) {
      // A tile belongs to the worker in whose share its middle lies.
      while (tile < tiles.size()
          && (2 * before + tiles.get(tile).work()) * workers < 2 * total * worker) {
        before += tiles.get(tile).work();
        tile++;
      }
      first[worker] = tile;
    }
    return first;
  }

  /** Kernels compute whole vectors of columns. */
  private int work() {
    int columns = slot().parameter().columns();
    return rows * ((columns + VECTOR - 1) / VECTOR);
  }
}
