package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;

/** What a plugin computes from fixed inputs. */
final class Trace {
  private Trace() {}

  /** Skips the rule for a layer or a loss for which no input is known. */
  static double[] of(Plugin plugin, String rule) {
    if (plugin instanceof Activation activation) {
      return ActivationRuns.trace(activation);
    }
    if (plugin instanceof Initializer initializer) {
      return InitializerChecks.trace(initializer);
    }
    if (plugin instanceof Layer layer) {
      return of(layer, InputShapes.taken(layer, rule), rule);
    }
    if (plugin instanceof Loss loss) {
      return LossProblem.of(loss, rule).trace(loss);
    }
    if (plugin instanceof Optimizer optimizer) {
      return OptimizerChecks.trace(optimizer);
    }
    return ScheduleChecks.trace((Schedule) plugin);
  }

  static double[] of(Layer layer, Shape input, String rule) {
    return LayerTrace.ofSizes(LayerSample.of(layer, input, rule));
  }
}
