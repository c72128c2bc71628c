package dev.nn.core.internal.architecture;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;

/** Takes a signal to a join that it does not come from directly, as the short way of a residual. */
record CopyLayer() implements Layer {
  @Override
  public String name() {
    return "copy";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
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
