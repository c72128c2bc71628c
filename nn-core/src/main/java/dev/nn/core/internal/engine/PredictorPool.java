package dev.nn.core.internal.engine;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.split.Panels;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Keeps the working memory of a model's predictions for reuse: one for each thread that predicts at
 * the same time, within a bound.
 */
public final class PredictorPool {
  /** Rows at a time: enough to use a product's kernel well, few enough to stay in the cache. */
  public static final int CHUNK = 64;

  private final Architecture architecture;
  private final float[] parameters;
  private final int capacity;
  private final Panels panels;
  private final ArrayBlockingQueue<Predictor> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  PredictorPool(Architecture architecture, float[] parameters, int capacity, Panels panels) {
    this.panels = panels;
    this.architecture = architecture;
    this.parameters = parameters;
    this.capacity = capacity;
  }

  Predictor take() {
    Predictor predictor = idle.poll();
    return predictor != null ? predictor : Predictor.of(architecture, parameters, capacity, panels);
  }

  /** Keeps a predictor, or drops it if as many as there are processors are idle already. */
  void giveBack(Predictor predictor) {
    boolean unused = idle.offer(predictor);
  }
}
