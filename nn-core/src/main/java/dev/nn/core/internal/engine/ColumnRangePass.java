package dev.nn.core.internal.engine;

import dev.nn.api.ColumnPass;
import dev.nn.core.internal.architecture.Stage;

/** The column pass of one worker over a stage that couples rows. */
final class ColumnRangePass extends StagePass implements ColumnPass {
  private final int from;
  private final int to;

  /**
   * @param memory the stage's matrices with all rows of the batch
   */
  ColumnRangePass(Stage stage, StageMemory memory, int from, int to) {
    super(stage, memory);
    this.from = from;
    this.to = to;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }
}
