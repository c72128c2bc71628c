package dev.nn.testkit.bench;

import dev.nn.api.Pass;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Guarded;

/**
 * What a layer sees of some rows of a run. A pass refuses the same calls as the engine's passes do.
 */
abstract class LayerPass implements Pass {
  final LayerRun run;
  private final boolean isForward;
  private final Matrix input;
  private final Matrix output;
  private final int from;
  private final int to;

  /**
   * @param from the first row
   * @param to the row after the last
   */
  LayerPass(LayerRun run, boolean isForward, int from, int to) {
    this.run = run;
    this.isForward = isForward;
    this.from = from;
    this.to = to;
    this.input = rows(run.input());
    this.output = rows(run.output());
  }

  final Matrix rows(Guarded batch) {
    return batch.matrix().rows(from, to);
  }

  @Override
  public final Matrix input() {
    return input;
  }

  @Override
  public final Matrix output() {
    return output;
  }

  @Override
  public final Matrix preActivation() {
    Guarded z = run.preActivation();
    return z == run.output() ? output : rows(z);
  }

  @Override
  public Matrix parameter(int index) {
    return run.parameters().get(index).matrix();
  }

  @Override
  public final Matrix saved(int index) {
    return rows(run.saved().get(index));
  }

  @Override
  public final Matrix shared(int index) {
    return run.shared().get(index).matrix();
  }

  public final Matrix outputGradient() {
    if (isForward) {
      throw new IllegalStateException("the forward pass has no output gradient");
    }
    return rows(run.outputGradient());
  }
}
