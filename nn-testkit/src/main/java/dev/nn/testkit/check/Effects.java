package dev.nn.testkit.check;

import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.bench.LayerSample;
import dev.nn.testkit.bench.LossProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * All that a plugin does as far as others can see: what it computes from fixed inputs and what it
 * declares to the engine.
 *
 * @param numbers what it computes
 * @param declared shapes, parameters and the like
 */
record Effects(List<Double> numbers, List<?> declared) {
  private static final Effects REFUSAL = new Effects(List.of(), List.of("refused"));
  private static final int RATES = 200;

  /** Far more steps than {@link #RATES}, for options that act late. */
  private static final long[] LATE = {1000, 3000, 10_000, 100_000, 1_000_000, 1_000_000_000};

  /** Nothing for a plugin that cannot work with the fixed inputs. */
  static Optional<Effects> of(Plugin plugin) {
    if (plugin instanceof Loss loss && LossProblem.find(loss).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Effects(boxed(Trace.of(plugin, "P9")), declared(plugin)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException unfit) {
      return Optional.empty();
    }
  }

  /** Nothing for a layer that takes the shape and cannot work with the fixed inputs. */
  static Optional<Effects> of(Layer layer, Shape input) {
    try {
      if (!InputShapes.isTaken(input, layer)) {
        return Optional.of(REFUSAL);
      }
      if (LayerSample.find(layer, input).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Effects(
              boxed(Trace.of(layer, input, "P9")),
              List.of(layer.outputShape(input), layer.parameters(input), layer.needs(input))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException unfit) {
      return Optional.empty();
    }
  }

  /** Whether the layer did not take the shape of the input. */
  boolean isRefusal() {
    return equals(REFUSAL);
  }

  private static List<?> declared(Plugin plugin) {
    if (plugin instanceof Optimizer optimizer) {
      return rates(optimizer.learningRate());
    }
    return plugin instanceof Schedule schedule ? rates(schedule) : List.of();
  }

  private static List<Double> rates(Schedule schedule) {
    double[] state = new double[schedule.stateSize()];
    return LongStream.concat(LongStream.range(0, RATES), Arrays.stream(LATE))
        .mapToObj(step -> schedule.rate(step, state))
        .toList();
  }

  private static List<Double> boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
