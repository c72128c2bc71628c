package dev.nn.core.internal.engine;

import dev.nn.api.Parameter;
import dev.nn.api.PluginException;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;

/** Makes the first values of all parameters. */
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
        try {
          parameter
              .initializer()
              .initialize(
                  weights,
                  parameter.fanIn(),
                  parameter.fanOut(),
                  Streams.initialization(seed, stage.index(), p));
          checkFinite(flat, slot);
        } catch (Throwable e) {
          throw PluginFailure.of(parameter.initializer(), "initialize of " + slot.name(), e);
        }
      }
    }
    return flat;
  }

  private static void checkFinite(float[] flat, ParameterSlot slot) {
    if (!Kernels.active().allFinite(flat, slot.offset(), slot.offset() + slot.size())) {
      throw new PluginException(
          "the initializer %s gives %s values that are not finite numbers"
              .formatted(slot.parameter().initializer().name(), slot.name()));
    }
  }
}
