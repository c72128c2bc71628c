package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;

/** What a plugin computes from fixed inputs. */
final class Trace {
  private Trace() {}

  static double[] of(Plugin plugin) {
    if (plugin instanceof Activation activation) {
      return ActivationChecks.trace(activation);
    }
    if (plugin instanceof Initializer initializer) {
      return InitializerChecks.trace(initializer);
    }
    if (plugin instanceof Layer layer) {
      return LayerChecks.trace(layer, LayerChecks.inputShape(layer));
    }
    if (plugin instanceof Loss loss) {
      return LossChecks.trace(loss);
    }
    if (plugin instanceof Optimizer optimizer) {
      return OptimizerChecks.trace(optimizer);
    }
    return ScheduleChecks.trace((Schedule) plugin);
  }
}
