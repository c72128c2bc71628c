package dev.nn.testkit;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;

/** Drops inputs at a rate and makes the others larger; right where scale is 1 / (1 − rate). */
class Dropping implements Layer {
  private final double rate;
  private final float scale;

  Dropping(double rate, double scale) {
    this.rate = rate;
    this.scale = (float) scale;
  }

  @Override
  public String name() {
    return "test.dropping";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Needs needs(Shape input) {
    return Needs.NONE.withSaved(input.size());
  }

  /** From a number between 0 and 1. */
  float factor(float drawn) {
    return drawn < rate ? 0 : scale;
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix factors = pass.saved(0);
    factors.fill(1);
    if (pass.training()) {
      pass.uniform(0, factors);
      for (int i = 0; i < factors.rows(); i++) {
        for (int j = 0; j < factors.columns(); j++) {
          factors.set(i, j, factor(factors.get(i, j)));
        }
      }
    }
    multiply(pass.input(), factors, pass.output());
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      multiply(pass.outputGradient(), pass.saved(0), pass.inputGradient());
    }
  }

  private static void multiply(Matrix left, Matrix right, Matrix result) {
    for (int i = 0; i < result.rows(); i++) {
      for (int j = 0; j < result.columns(); j++) {
        result.set(i, j, left.get(i, j) * right.get(i, j));
      }
    }
  }
}
