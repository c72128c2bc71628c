package dev.nn.testkit.check;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.testkit.bench.ActivationRuns;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.bench.LayerSample;
import dev.nn.testkit.bench.LayerTrace;
import dev.nn.testkit.bench.LossProblem;

/** What a plugin computes from fixed inputs, others at each turn. */
final class Trace {
  private Trace() {}

  static double[] of(Plugin plugin, String rule) {
    return of(plugin, 0, rule);
  }

  /** Skips the rule for a layer or a loss for which no input is known. */
  static double[] of(Plugin plugin, int turn, String rule) {
    if (plugin instanceof Activation activation) {
      return ActivationRuns.trace(activation, turn);
    }
    if (plugin instanceof Initializer initializer) {
      return InitializerChecks.trace(initializer, turn);
    }
    if (plugin instanceof Layer layer) {
      return of(layer, InputShapes.taken(layer, rule), turn, rule);
    }
    if (plugin instanceof Loss loss) {
      return LossProblem.of(loss, rule).turned(turn).trace(loss);
    }
    if (plugin instanceof Optimizer optimizer) {
      return OptimizerChecks.trace(optimizer, turn);
    }
    return ScheduleChecks.trace((Schedule) plugin, turn);
  }

  static double[] of(Layer layer, Shape input, String rule) {
    return of(layer, input, 0, rule);
  }

  static double[] of(Layer layer, Shape input, int turn, String rule) {
    return LayerTrace.ofSizes(LayerSample.of(layer, input, rule).turned(turn));
  }
}
