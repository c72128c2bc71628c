package dev.nn.core.internal.architecture;

import dev.nn.api.Composite;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.NnException;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.api.Signal;
import dev.nn.api.SpecException;
import dev.nn.math.CacheLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Turns layers into stages one by one, and gives each parameter its place in the flat array. */
final class Expansion {
  private final Resolver resolver;
  private final List<Stage> stages = new ArrayList<>();
  private long offset;

  Expansion(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The stages so far. */
  List<Stage> stages() {
    return stages;
  }

  /** The length of the flat array so far. */
  int flatLength() {
    return (int) offset;
  }

  /**
   * Adds a layer, or what it is made of.
   *
   * @param place of the layer, for names and messages
   * @param wiring where its input comes from
   * @return the stage whose output is the layer's
   */
  Stage add(int layerIndex, String place, Layer layer, Shape input, Wiring wiring) {
    if (!(layer instanceof Composite composite)) {
      return addStage(layerIndex, place, layer, input, wiring);
    }
    Signal start = Signal.input();
    Signal end =
        guarded(
            layerIndex,
            place,
            layer,
            () -> Objects.requireNonNull(composite.compose(start, input), "compose is null"));
    String within = place + "." + composite.name();
    return new Composition(this, layerIndex, within, start, end).add(input, wiring);
  }

  /** The same layer without references. */
  Layer resolved(Layer layer) {
    return resolver.resolve(layer);
  }

  /** Says that the output of a stage is a part of the input of a join. */
  void leads(Stage stage, int join, int column) {
    stages.set(stage.index(), stages.get(stage.index()).into(join, column));
  }

  /** Adds a layer that is not made of others. */
  Stage addStage(int layerIndex, String place, Layer layer, Shape input, Wiring wiring) {
    Stage stage =
        guarded(layerIndex, place, layer, () -> stage(layerIndex, place, layer, input, wiring));
    stages.add(stage);
    offset = end(stage, offset);
    if (offset > Integer.MAX_VALUE - 8) {
      throw new ShapeException(
          "up to %s the network has %s parameters, more than one array holds"
              .formatted(stage.label(), offset));
    }
    return stage;
  }

  /** Runs code of a layer. If that fails, the error names the layer. */
  static <T> T guarded(int layerIndex, String place, Layer layer, Supplier<T> code) {
    try {
      return code.get();
    } catch (SpecException e) {
      throw e;
    } catch (NnException | IllegalArgumentException e) {
      throw new ShapeException(
          "layer %s (%s): %s".formatted(place, layer.name(), e.getMessage()), e);
    } catch (Throwable e) {
      throw PluginFailure.in(layerIndex, layer, e);
    }
  }

  /** Asks a layer for everything that it declares. */
  private Stage stage(int layerIndex, String place, Layer layer, Shape input, Wiring wiring) {
    Shape output = Objects.requireNonNull(layer.outputShape(input), "outputShape is null");
    List<ParameterSlot> slots = slots(place, layer, input);
    Needs needs = Objects.requireNonNull(layer.needs(input), "needs is null");
    Objects.requireNonNull(layer.outputActivation(), "outputActivation is null");
    for (int transposed : needs.transposed()) {
      Objects.checkIndex(transposed, slots.size());
    }
    return new Stage(
        stages.size(),
        layerIndex,
        place,
        layer,
        OwnLoops.in(layer),
        input,
        output,
        slots,
        needs,
        wiring);
  }

  private List<ParameterSlot> slots(String place, Layer layer, Shape input) {
    List<ParameterSlot> slots = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long at = offset;
    for (Parameter parameter : layer.parameters(input)) {
      at = CacheLines.next(at);
      if (!names.add(parameter.name())) {
        throw new ShapeException("there are two parameters " + parameter.name());
      }
      String name = place + "." + layer.name() + "." + parameter.name();
      Initializer initializer = resolver.resolve(parameter.initializer());
      slots.add(new ParameterSlot(name, parameter.withInitializer(initializer), (int) at));
      at += parameter.shape().size();
    }
    return List.copyOf(slots);
  }

  /** Where the next stage's parameters may begin. Counts, unlike offsets, do not overflow. */
  private static long end(Stage stage, long offset) {
    long at = offset;
    for (ParameterSlot slot : stage.parameters()) {
      at = CacheLines.next(at) + slot.size();
    }
    return at;
  }
}
