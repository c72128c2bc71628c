package dev.nn.testkit.bench;

import dev.nn.api.ColumnPass;

/** The pass over some columns of all rows of a run. */
final class LayerColumnPass extends LayerPass implements ColumnPass {
  private final int from;
  private final int to;

  private LayerColumnPass(LayerRun run, boolean isForward, int from, int to) {
    super(run, isForward, 0, run.input().matrix().rows());
    this.from = from;
    this.to = to;
  }

  static LayerColumnPass forward(LayerRun run, int from, int to) {
    return new LayerColumnPass(run, true, from, to);
  }

  static LayerColumnPass backward(LayerRun run, int from, int to) {
    return new LayerColumnPass(run, false, from, to);
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
