package com.acme.plugins;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.NnPlugin;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;

/** x ⊙ s, where s is learnt: one factor for each number of the input. */
@NnPlugin
public record Scale() implements Layer {

  @Override
  public String name() {
    return "acme.scale";
  }

  @Override
  public String description() {
    return "x ⊙ s";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return List.of(Parameter.of("scale", Shape.of(input.size()), Initializer.named("ones")));
  }

  /** The backward pass leaves ∂L/∂a ⊙ x there; its column sums are the gradient of s. */
  @Override
  public Needs needs(Shape input) {
    return Needs.NONE.withSaved(input.size());
  }

  @Override
  public void forward(ForwardPass pass) {
    multiply(pass.input(), pass.parameter(0), pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    Matrix x = pass.input();
    Matrix da = pass.outputGradient();
    Matrix product = pass.saved(0);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        product.set(i, j, da.get(i, j) * x.get(i, j));
      }
    }
    if (pass.wantsInputGradient()) {
      multiply(da, pass.parameter(0), pass.inputGradient());
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    pass.columnSums(pass.saved(0));
  }

  /** Each row of x, times the one row of factors. */
  private static void multiply(Matrix x, Matrix factors, Matrix result) {
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        result.set(i, j, x.get(i, j) * factors.get(0, j));
      }
    }
  }
}
