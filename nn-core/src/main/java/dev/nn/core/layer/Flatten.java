package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;

/**
 * Turns an input of any shape into one row of features, as in Keras. The order of the numbers
 * stays.
 */
public record Flatten() implements Layer {
  @Override
  public String name() {
    return "flatten";
  }

  @Override
  public String description() {
    return "a = x as one row";
  }

  @Override
  public boolean passesValuesOn() {
    return true;
  }

  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.size());
  }

  @Override
  public void forward(ForwardPass pass) {
    pass.input().copyTo(pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      pass.outputGradient().copyTo(pass.inputGradient());
    }
  }
}
