package dev.nn.testkit;

import dev.nn.api.Layer;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that a plugin does as far as others can see: what it computes from fixed inputs and what it
 * declares to the engine.
 *
 * @param numbers what it computes
 * @param declared shapes, parameters and the like
 */
record Effects(List<Double> numbers, List<?> declared) {
  private static final int RATES = 200;

  /** Nothing for a plugin that cannot work with the fixed inputs. */
  static Optional<Effects> of(Plugin plugin) {
    if (plugin instanceof Layer layer && LayerChecks.takenShape(layer).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Effects(Arrays.stream(Trace.of(plugin)).boxed().toList(), declared(plugin)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException unfit) {
      return Optional.empty();
    }
  }

  private static List<?> declared(Plugin plugin) {
    if (plugin instanceof Layer layer) {
      Shape input = LayerChecks.inputShape(layer);
      return List.of(layer.outputShape(input), layer.parameters(input), layer.needs(input));
    }
    if (plugin instanceof Optimizer optimizer) {
      return rates(optimizer.learningRate());
    }
    return List.of();
  }

  private static List<Double> rates(Schedule schedule) {
    double[] state = new double[schedule.stateSize()];
    Double[] rates = new Double[RATES];
    Arrays.setAll(rates, step -> schedule.rate(step, state));
    return List.of(rates);
  }
}
