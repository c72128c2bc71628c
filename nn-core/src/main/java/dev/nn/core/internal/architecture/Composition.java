package dev.nn.core.internal.architecture;

import dev.nn.api.Join;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.api.Signal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Turns one composite layer into stages. Every stage has one input and hands its output to one
 * other: where a signal is used more often, a {@link ForkLayer} stands behind it, and where signals
 * meet, a {@link JoinLayer}.
 */
final class Composition {
  private final Expansion expansion;
  private final int layerIndex;
  private final String place;
  private final Signal start;
  private final Signal end;
  private final IdentityHashMap<Signal, Integer> uses = new IdentityHashMap<>();
  private final IdentityHashMap<Signal, Source> sources = new IdentityHashMap<>();
  private int layers;

  /** Where a signal is to be had: of a fork, each use takes a part of its own. */
  private static final class Source {
    final Shape shape;
    final Wiring wiring;
    int column;

    Source(Shape shape, Wiring wiring) {
      this.shape = shape;
      this.wiring = wiring;
    }
  }

  /**
   * @param place what names of stages begin with
   * @param start the signal for the input
   * @param end the signal for the output
   */
  Composition(Expansion expansion, int layerIndex, String place, Signal start, Signal end) {
    this.expansion = expansion;
    this.layerIndex = layerIndex;
    this.place = place;
    this.start = start;
    this.end = end;
    count(end);
  }

  private void count(Signal signal) {
    for (Signal operand : signal.operands()) {
      if (uses.merge(operand, 1, Integer::sum) == 1) {
        count(operand);
      }
    }
  }

  /**
   * Adds all stages.
   *
   * @return the last one, whose output is that of the composite
   */
  Stage add(Shape input, Wiring wiring) {
    boolean isUsedWithin = uses.containsKey(end) || end == start;
    uses.merge(end, 1, Integer::sum);
    sources.put(start, forked(start, new Source(input, wiring)));
    return isUsedWithin ? copy(end) : expansion.stages().get(source(end).wiring.source());
  }

  private Source source(Signal signal) {
    Source known = sources.get(signal);
    if (known == null) {
      if (signal.operands().isEmpty()) {
        throw new ShapeException(
            "layer %s: compose returned a signal that was not made from its input"
                .formatted(place));
      }
      Stage stage =
          signal
              .join()
              .map(join -> join(join, signal.operands()))
              .orElseGet(() -> through(signal.layer().orElseThrow(), signal.operands().get(0)));
      known = forked(signal, new Source(stage.output(), Wiring.from(stage.index(), 0)));
      sources.put(signal, known);
    }
    return known;
  }

  /** Nobody wants the gradient of the features, so they need no fork. */
  private Source forked(Signal signal, Source source) {
    int ways = uses.getOrDefault(signal, 0);
    if (ways < 2 || !source.wiring.wantsInputGradient()) {
      return source;
    }
    Stage fork = stage(new ForkLayer(ways), source.shape, source.wiring);
    return new Source(source.shape, Wiring.from(fork.index(), 0));
  }

  private Stage stage(Layer layer, Shape input, Wiring wiring) {
    return expansion.addStage(layerIndex, place, layer, input, wiring);
  }

  /** Takes one of the uses of a signal. */
  private Wiring use(Signal signal) {
    Source source = source(signal);
    Wiring wiring = source.wiring;
    if (uses.getOrDefault(signal, 0) < 2 || !wiring.wantsInputGradient()) {
      return wiring;
    }
    int column = source.column;
    source.column += source.shape.size();
    return Wiring.from(wiring.source(), column);
  }

  private Stage copy(Signal signal) {
    Wiring wiring = use(signal);
    return stage(new CopyLayer(), source(signal).shape, wiring);
  }

  private Stage through(Layer layer, Signal operand) {
    Wiring wiring = use(operand);
    String name = place + "." + layers++;
    return expansion.add(
        layerIndex, name, expansion.resolved(layer), source(operand).shape, wiring);
  }

  private Stage join(Join join, List<Signal> operands) {
    List<Stage> parts = new ArrayList<>();
    for (Signal operand : operands) {
      boolean isOwn = operand != start && uses.getOrDefault(operand, 0) == 1;
      parts.add(isOwn ? expansion.stages().get(source(operand).wiring.source()) : copy(operand));
    }
    List<Shape> shapes = parts.stream().map(Stage::output).toList();
    int columns = shapes.stream().mapToInt(Shape::size).sum();
    JoinLayer layer = new JoinLayer(join, shapes);
    Stage joined = stage(layer, Shape.of(columns), Wiring.from(parts.get(0).index(), 0));
    int column = 0;
    for (Stage part : parts) {
      expansion.leads(part, joined.index(), column);
      column += part.output().size();
    }
    return joined;
  }
}
