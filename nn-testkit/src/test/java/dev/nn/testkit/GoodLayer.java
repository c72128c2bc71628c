package dev.nn.testkit;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import java.util.List;

/** a = x·W + b: keeps all rules; broken ones override what they break. */
public class GoodLayer implements Layer {
  private static final Initializer HALF = new BrokenInitializers.Good();

  @Override
  public String name() {
    return "test.affine";
  }

  int units() {
    return 3;
  }

  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(units());
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int units = units();
    return List.of(
        Parameter.of("kernel", Shape.of(input.size(), units), HALF),
        Parameter.of("bias", Shape.of(units), HALF));
  }

  @Override
  public Needs needs(Shape input) {
    return Needs.NONE.withTransposed(0);
  }

  @Override
  public void forward(ForwardPass pass) {
    pass.affine(pass.input(), pass.parameter(0), pass.parameter(1), pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      pass.product(pass.outputGradient(), pass.transposed(0), pass.inputGradient());
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    if (pass.index() == 0) {
      pass.product(pass.input(), pass.outputGradient());
    } else {
      pass.columnSums(pass.outputGradient());
    }
  }
}
