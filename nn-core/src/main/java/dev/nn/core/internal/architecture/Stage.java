package dev.nn.core.internal.architecture;

import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Shape;
import java.util.List;

/**
 * A layer at its place in a network. What a composite layer is made of are stages of their own.
 *
 * @param index the place among all stages, from 0
 * @param layerIndex the place of the layer, from 0, or of the one that it is a part of
 * @param place the same for people and in names: {@code 2}, or {@code 2.residual.0} for a part
 * @param layer the description
 * @param executed what is called in its place: the same layer, whose activations have their own
 *     loops
 * @param input shape of what comes in
 * @param output shape of what goes out
 * @param parameters its parameters with their places in the flat array
 * @param needs the memory it asked for
 * @param wiring where the input comes from and the output goes
 */
public record Stage(
    int index,
    int layerIndex,
    String place,
    Layer layer,
    Layer executed,
    Shape input,
    Shape output,
    List<ParameterSlot> parameters,
    Needs needs,
    Wiring wiring) {

  Stage into(int join, int column) {
    return new Stage(
        index,
        layerIndex,
        place,
        layer,
        executed,
        input,
        output,
        parameters,
        needs,
        wiring.into(join, column));
  }

  /** For messages: {@code layer 2 (dense)}. */
  public String label() {
    return "layer " + place + " (" + layer.name() + ")";
  }

  /** Number of parameters, trainable or not. */
  public long parameterCount() {
    return parameters.stream().mapToLong(ParameterSlot::size).sum();
  }
}
