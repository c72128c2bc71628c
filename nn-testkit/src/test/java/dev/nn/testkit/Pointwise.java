package dev.nn.testkit;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;

/** A layer without parameters: one function of every input. */
abstract class Pointwise implements Layer {
  abstract double value(double x);

  abstract double slope(double x);

  @Override
  public String name() {
    return "test.pointwise";
  }

  @Override
  public final Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        pass.output().set(i, j, (float) value(x.get(i, j)));
      }
    }
  }

  @Override
  public final void backward(BackwardPass pass) {
    Matrix x = pass.input();
    for (int i = 0; pass.wantsInputGradient() && i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        float da = pass.outputGradient().get(i, j);
        pass.inputGradient().set(i, j, (float) (da * slope(x.get(i, j))));
      }
    }
  }
}
