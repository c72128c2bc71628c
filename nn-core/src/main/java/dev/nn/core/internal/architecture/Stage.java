package dev.nn.core.internal.architecture;

import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Shape;
import java.util.List;

/**
 * A layer at its place in a network.
 *
 * @param index the place of the layer, from 0
 * @param layer the description
 * @param executed what is called in its place: the same layer, whose activations have their own
 *     loops
 * @param input shape of what comes in
 * @param output shape of what goes out
 * @param parameters its parameters with their places in the flat array
 * @param needs the memory it asked for
 */
public record Stage(
    int index,
    Layer layer,
    Layer executed,
    Shape input,
    Shape output,
    List<ParameterSlot> parameters,
    Needs needs) {

  /** For messages: {@code layer 2 (dense)}. */
  public String label() {
    return "layer " + index + " (" + layer.name() + ")";
  }

  /** Number of parameters, trainable or not. */
  public long parameterCount() {
    return parameters.stream().mapToLong(ParameterSlot::size).sum();
  }
}
