package dev.nn.testkit;

import dev.nn.api.BackwardPass;
import dev.nn.api.ColumnPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;

/** a = x − μ over the batch of vectors, in prediction a running mean: keeps all rules. */
class Centring implements Layer {
  private static final Initializer HALF = new BrokenInitializers.Good();
  private static final int MEAN = 0;
  private static final int MEAN_GRADIENT = 1;

  @Override
  public String name() {
    return "test.centring";
  }

  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.size());
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return List.of(Parameter.of("running", Shape.of(input.size()), HALF).withTrainable(false));
  }

  @Override
  public Needs needs(Shape input) {
    return Needs.NONE.withShared(input.size()).withShared(input.size());
  }

  @Override
  public boolean couplesRows() {
    return true;
  }

  @Override
  public void forwardColumns(ColumnPass pass) {
    Matrix running = pass.parameter(0);
    for (int j = 0; j < running.columns(); j++) {
      if (isMine(pass, j)) {
        float mean = mean(pass.input(), j);
        pass.shared(MEAN).set(0, j, mean);
        running.set(0, j, (running.get(0, j) + mean) / 2);
      }
    }
  }

  @Override
  public void forward(ForwardPass pass) {
    subtract(pass.input(), pass.training() ? pass.shared(MEAN) : pass.parameter(0), pass.output());
  }

  @Override
  public void backwardColumns(ColumnPass pass) {
    Matrix da = pass.outputGradient();
    for (int j = 0; j < da.columns(); j++) {
      if (isMine(pass, j)) {
        pass.shared(MEAN_GRADIENT).set(0, j, mean(da, j));
      }
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      subtract(pass.outputGradient(), meanGradient(pass), pass.inputGradient());
    }
  }

  Matrix meanGradient(BackwardPass pass) {
    return pass.shared(MEAN_GRADIENT);
  }

  boolean isMine(ColumnPass pass, int column) {
    return column >= pass.from() && column < pass.to();
  }

  static float mean(Matrix matrix, int column) {
    double sum = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      sum += matrix.get(i, column);
    }
    return (float) (sum / matrix.rows());
  }

  private static void subtract(Matrix left, Matrix row, Matrix result) {
    for (int i = 0; i < left.rows(); i++) {
      for (int j = 0; j < left.columns(); j++) {
        result.set(i, j, left.get(i, j) - row.get(0, j));
      }
    }
  }

  /** With two workers the running mean moves twice. */
  static final class OfAllColumns extends Centring {
    @Override
    boolean isMine(ColumnPass pass, int column) {
      return true;
    }
  }

  /** Takes the rows of its worker for the batch. */
  static final class OfItsRows extends Centring {
    @Override
    Matrix meanGradient(BackwardPass pass) {
      Matrix da = pass.outputGradient();
      Matrix means = Matrix.zeros(1, da.columns());
      for (int j = 0; j < da.columns(); j++) {
        means.set(0, j, mean(da, j));
      }
      return means;
    }
  }
}
