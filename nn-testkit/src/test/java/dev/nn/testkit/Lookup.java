package dev.nn.testkit;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;

/** a = row x of the kernel, for indices from 0 to 2. */
class Lookup extends GoodLayer {
  @Override
  public void checkFeatures(float[] features) {
    for (float x : features) {
      if (!(x == 0 || x == 1 || x == 2)) {
        throw new IllegalArgumentException("feature " + x + " must be 0, 1 or 2");
      }
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.size(), units());
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    for (int i = 0; i < x.rows(); i++) {
      for (int k = 0; k < pass.output().columns(); k++) {
        int row = (int) x.get(i, k / units());
        int unit = k % units();
        pass.output().set(i, k, pass.parameter(0).get(row, unit) + pass.parameter(1).get(0, unit));
      }
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      pass.inputGradient().fill(0);
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    Matrix x = pass.input();
    Matrix da = pass.outputGradient();
    pass.gradient().fill(0);
    for (int i = 0; i < x.rows(); i++) {
      for (int k = 0; k < da.columns(); k++) {
        int row = pass.index() == 0 ? index(x.get(i, k / units())) - pass.firstRow() : 0;
        if (row >= 0 && row < pass.gradient().rows()) {
          int unit = k % units();
          pass.gradient().set(row, unit, pass.gradient().get(row, unit) + da.get(i, k));
        }
      }
    }
  }

  int index(float x) {
    return (int) x;
  }

  /** Forgets what was looked up at 2. */
  static final class ForgetsTheLastRow extends Lookup {
    @Override
    int index(float x) {
      return x == 2 ? Integer.MAX_VALUE : (int) x;
    }
  }
}
