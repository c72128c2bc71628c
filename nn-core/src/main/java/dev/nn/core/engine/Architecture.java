package dev.nn.core.engine;

import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A stack of layers with all shapes worked out and a place for every parameter.
 *
 * @param input shape of one example
 * @param stages the layers in order
 * @param parameterCount length of the flat array of parameters
 */
public record Architecture(Shape input, List<Stage> stages, int parameterCount) {

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
      Layer layer = layers.get(i);
      Shape output = outputShape(i, layer, shape);
      List<ParameterSlot> slots = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (Parameter parameter : layer.parameters(shape)) {
        if (!names.add(parameter.name())) {
          throw new ShapeException(
              "layer %d (%s) declares two parameters %s"
                  .formatted(i, layer.name(), parameter.name()));
        }
        String name = i + "." + layer.name() + "." + parameter.name();
        Parameter resolved = parameter.withInitializer(resolve.apply(parameter.initializer()));
        slots.add(new ParameterSlot(name, resolved, (int) offset));
        offset += parameter.shape().size();
        if (offset > Integer.MAX_VALUE - 8) {
          throw new ShapeException(
              "up to layer %d (%s) the network has %d parameters, more than one array holds"
                  .formatted(i, layer.name(), offset));
        }
      }
      stages.add(new Stage(i, layer, shape, output, List.copyOf(slots), layer.needs(shape)));
      shape = output;
    }
    return new Architecture(input, List.copyOf(stages), (int) offset);
  }

  private static Shape outputShape(int index, Layer layer, Shape input) {
    try {
      return layer.outputShape(input);
    } catch (ShapeException e) {
      throw new ShapeException("layer %d (%s): %s".formatted(index, layer.name(), e.getMessage()));
    }
  }

  /** Shape of the prediction for one example. */
  public Shape output() {
    return last().output();
  }

  /** The output layer. */
  public Stage last() {
    return stages.get(stages.size() - 1);
  }

  /** All parameters in the order of the flat array. */
  public List<ParameterSlot> parameters() {
    return stages.stream().flatMap(stage -> stage.parameters().stream()).toList();
  }
}
