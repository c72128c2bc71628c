package dev.nn.core.internal.architecture;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import java.util.List;

/**
 * A layer as the user wrote it, with the stages that it became: one, or several for a composite.
 *
 * @param layer the description
 * @param output shape of what goes out
 * @param stages what it became
 */
public record Member(Layer layer, Shape output, List<Stage> stages) {

  /** Number of parameters, trainable or not. */
  public long parameterCount() {
    return stages.stream().mapToLong(Stage::parameterCount).sum();
  }
}
