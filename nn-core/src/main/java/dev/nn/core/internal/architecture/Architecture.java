package dev.nn.core.internal.architecture;

import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.NnException;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.math.CacheLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A stack of layers with all shapes worked out and a place for every parameter in one flat array.
 * Each parameter begins at a cache line; what lies between two of them is 0 and means nothing.
 */
public final class Architecture {
  private final Shape input;
  private final List<Stage> stages;
  private final int flatLength;
  private final String spec;

  private Architecture(Shape input, List<Stage> stages, int flatLength) {
    this.input = input;
    this.stages = List.copyOf(stages);
    this.flatLength = flatLength;
    this.spec =
        stages.stream()
            .map(stage -> Spec.of(stage.layer()).toString())
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Works out the shapes from the input to the output.
   *
   * @param resolve replaces references to initializers, as layers without such an option declare
   *     them
   * @throws ShapeException if a layer cannot take what the one before it gives; the message names
   *     the layer
   */
  public static Architecture of(
      Shape input, List<Layer> layers, UnaryOperator<Initializer> resolve) {
    if (layers.isEmpty()) {
      throw new ShapeException("a network has at least one layer, such as dense(units=1)");
    }
    List<Stage> stages = new ArrayList<>();
    Shape shape = input;
    long offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      Stage stage = stage(i, layers.get(i), shape, offset, resolve);
      stages.add(stage);
      shape = stage.output();
      offset = end(stage, offset);
      if (offset > Integer.MAX_VALUE - 8) {
        throw new ShapeException(
            "up to %s the network has %s parameters, more than one array holds"
                .formatted(stage.label(), offset));
      }
    }
    return new Architecture(input, stages, (int) offset);
  }

  /** Asks a layer for everything that it declares. If that fails, the error names the layer. */
  private static Stage stage(
      int index, Layer layer, Shape input, long offset, UnaryOperator<Initializer> resolve) {
    try {
      Shape output = Objects.requireNonNull(layer.outputShape(input), "outputShape is null");
      List<ParameterSlot> slots = slots(index, layer, input, offset, resolve);
      Needs needs = Objects.requireNonNull(layer.needs(input), "needs is null");
      Objects.requireNonNull(layer.outputActivation(), "outputActivation is null");
      for (int transposed : needs.transposed()) {
        Objects.checkIndex(transposed, slots.size());
      }
      return new Stage(index, layer, OwnLoops.in(layer), input, output, slots, needs);
    } catch (SpecException e) {
      throw e;
    } catch (NnException | IllegalArgumentException e) {
      throw new ShapeException(
          "layer %s (%s): %s".formatted(index, layer.name(), e.getMessage()), e);
    } catch (Throwable e) {
      throw PluginFailure.in(index, layer, e);
    }
  }

  private static List<ParameterSlot> slots(
      int index, Layer layer, Shape input, long offset, UnaryOperator<Initializer> resolve) {
    List<ParameterSlot> slots = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long at = offset;
    for (Parameter parameter : layer.parameters(input)) {
      at = CacheLines.next(at);
      if (!names.add(parameter.name())) {
        throw new ShapeException("there are two parameters " + parameter.name());
      }
      String name = index + "." + layer.name() + "." + parameter.name();
      Parameter resolved = parameter.withInitializer(resolve.apply(parameter.initializer()));
      slots.add(new ParameterSlot(name, resolved, (int) at));
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

  /** Shape of one example. */
  public Shape input() {
    return input;
  }

  /** The layers in order, each with its shapes and its place in the flat array. */
  public List<Stage> stages() {
    return stages;
  }

  /** The layers in order. */
  public List<Layer> layers() {
    return stages.stream().map(Stage::layer).toList();
  }

  /**
   * The layers as text with every option, in brackets. It is printed once, since each checkpoint of
   * a run has it.
   */
  public String spec() {
    return spec;
  }

  /** Length of the flat array of parameters. */
  public int flatLength() {
    return flatLength;
  }

  /** Shape of the prediction for one example. */
  public Shape output() {
    return last().output();
  }

  /** The last stage. */
  public Stage last() {
    return stages.get(stages.size() - 1);
  }

  /**
   * The stage that computes the prediction: the last one, or the one before if the last only hands
   * its input on. This is where a loss meets the network.
   */
  public Stage outputStage() {
    int index = stages.size() - 1;
    while (index > 0 && stages.get(index).layer().passesValuesOn()) {
      index--;
    }
    return stages.get(index);
  }

  /** All parameters in the order of the flat array. */
  public List<ParameterSlot> parameters() {
    return stages.stream().flatMap(stage -> stage.parameters().stream()).toList();
  }

  /** Number of parameters, trainable or not. */
  public int parameterCount() {
    return parameters().stream().mapToInt(ParameterSlot::size).sum();
  }

  /** The numbers of a flat array one after the other, without what lies between parameters. */
  public float[] dense(float[] flat) {
    float[] dense = new float[parameterCount()];
    int at = 0;
    for (ParameterSlot slot : parameters()) {
      System.arraycopy(flat, slot.offset(), dense, at, slot.size());
      at += slot.size();
    }
    return dense;
  }

  /** A flat array with the given numbers: the opposite of {@link #dense}. */
  public float[] flat(float[] dense) {
    float[] flat = new float[flatLength];
    int at = 0;
    for (ParameterSlot slot : parameters()) {
      System.arraycopy(dense, at, flat, slot.offset(), slot.size());
      at += slot.size();
    }
    return flat;
  }
}
