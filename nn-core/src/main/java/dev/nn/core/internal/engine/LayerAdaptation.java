package dev.nn.core.internal.engine;

import dev.nn.api.Adaptation;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the layers that want to learn parameters from the training examples do so before the first
 * step. A layer sees the examples as the layers before it pass them on, and these must have learnt
 * by then. Each such layer therefore takes one pass over the examples.
 */
public final class LayerAdaptation {
  /**
   * The adaptation of a run whose weights are given, in which no layer learns anything beforehand.
   */
  public static final LayerAdaptation NONE = new LayerAdaptation();

  private static final int CHUNK = 256;

  private record Pending(Stage stage, Adaptation adaptation) {}

  private final float[] parameters;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final @Nullable Predictor predictor;
  private int rows;

  private LayerAdaptation() {
    this.parameters = new float[0];
    this.predictor = null;
  }

  /**
   * Asks the layers.
   *
   * @param parameters the flat array, which will be changed
   */
  public LayerAdaptation(Architecture architecture, float[] parameters) {
    this.parameters = parameters;
    for (Stage stage : architecture.stages()) {
      adaptation(stage).ifPresent(wanted -> pending.add(new Pending(stage, wanted)));
    }
    this.predictor = pending.isEmpty() ? null : Predictor.of(architecture, parameters, CHUNK);
  }

  private static Optional<Adaptation> adaptation(Stage stage) {
    try {
      return stage.layer().adaptation(stage.input());
    } catch (Throwable e) {
      throw PluginFailure.in(stage, "adaptation", e);
    }
  }

  /** Whether there is a layer that wants to see all examples, once more or for the first time. */
  public boolean isWanted() {
    return !pending.isEmpty();
  }

  /** Shows the next example of a pass to the layer whose turn it is. */
  public void accept(float[] features) {
    if (predictor == null || pending.isEmpty()) {
      return;
    }
    Matrix.rowOf(features).copyTo(predictor.features().rows(rows, rows + 1));
    rows++;
    if (rows == CHUNK) {
      flush(predictor);
    }
  }

  private void flush(Predictor through) {
    Pending next = pending.element();
    through.runBefore(next.stage, rows);
    try {
      next.adaptation.accept(through.inputOf(next.stage).rows(0, rows));
    } catch (Throwable e) {
      throw PluginFailure.in(next.stage, "adaptation", e);
    }
    rows = 0;
  }

  /** Ends a pass: the layer whose turn it was gets its parameters. */
  public void passEnded() {
    if (predictor == null || pending.isEmpty()) {
      return;
    }
    if (rows > 0) {
      flush(predictor);
    }
    Pending done = pending.remove();
    try {
      done.adaptation.finish(
          done.stage.parameters().stream().map(slot -> slot.in(parameters)).toList());
    } catch (Throwable e) {
      throw PluginFailure.in(done.stage, "adaptation", e);
    }
  }
}
