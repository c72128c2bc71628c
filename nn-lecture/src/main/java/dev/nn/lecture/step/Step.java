package dev.nn.lecture.step;

import dev.nn.core.Model;
import java.util.List;

/**
 * One training step.
 *
 * @param layers what happened in each layer, from the first
 * @param loss L before the update: the mean of the examples' losses
 * @param before the model before the update
 * @param after the model after it
 */
public record Step(List<LayerStep> layers, double loss, Model before, Model after) {

  /** Copies the list. */
  public Step {
    layers = List.copyOf(layers);
  }
}
