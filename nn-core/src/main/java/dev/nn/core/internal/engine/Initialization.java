package dev.nn.core.internal.engine;

import dev.nn.api.Parameter;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;

/** The first values of all parameters. */
public final class Initialization {
  private Initialization() {}

  /** A new flat array, filled by each parameter's initializer from a stream of its own. */
  public static float[] parameters(Architecture architecture, long seed) {
    float[] flat = new float[architecture.flatLength()];
    for (Stage stage : architecture.stages()) {
      for (int p = 0; p < stage.parameters().size(); p++) {
        ParameterSlot slot = stage.parameters().get(p);
        Parameter parameter = slot.parameter();
        Matrix weights = slot.in(flat);
        parameter
            .initializer()
            .initialize(
                weights,
                parameter.fanIn(),
                parameter.fanOut(),
                Streams.initialization(seed, stage.index(), p));
      }
    }
    return flat;
  }
}
