package dev.nn.core.internal.architecture;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Join;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;

/**
 * Makes one signal of several. Its input is a row in which the operands stand one after the other,
 * since the stages before it write their outputs there.
 *
 * @param join how
 * @param operands the shapes of the operands
 */
public record JoinLayer(Join join, List<Shape> operands) implements Layer {
  public JoinLayer {
    operands = List.copyOf(operands);
  }

  @Override
  public String name() {
    return join.toString();
  }

  @Override
  public Shape outputShape(Shape input) {
    return join.outputShape(operands);
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    Matrix a = pass.output();
    if (join == Join.CONCATENATE) {
      concatenate(x, a, true);
      return;
    }
    int columns = a.columns();
    for (int i = 0; i < a.rows(); i++) {
      int to = a.rowStart(i);
      System.arraycopy(x.data(), x.rowStart(i), a.data(), to, columns);
      for (int k = 1; k < operands.size(); k++) {
        int from = x.rowStart(i) + k * columns;
        switch (join) {
          case ADD -> JoinLoops.add(x.data(), from, a.data(), to, columns);
          case SUBTRACT -> JoinLoops.subtract(x.data(), from, a.data(), to, columns);
          default -> JoinLoops.multiply(x.data(), from, a.data(), to, columns);
        }
      }
    }
  }

  @Override
  public void backward(BackwardPass pass) {
    if (!pass.wantsInputGradient()) {
      return;
    }
    Matrix da = pass.outputGradient();
    Matrix dx = pass.inputGradient();
    if (join == Join.CONCATENATE) {
      concatenate(dx, da, false);
      return;
    }
    int columns = da.columns();
    for (int i = 0; i < da.rows(); i++) {
      for (int k = 0; k < operands.size(); k++) {
        int to = dx.rowStart(i) + k * columns;
        System.arraycopy(da.data(), da.rowStart(i), dx.data(), to, columns);
        if (join == Join.MULTIPLY) {
          multiplyByOthers(pass.input(), i, k, dx.data(), to, columns);
        } else if (join == Join.SUBTRACT && k > 0) {
          JoinLoops.negate(dx.data(), to, columns);
        }
      }
    }
  }

  private void multiplyByOthers(Matrix x, int row, int but, float[] to, int start, int columns) {
    for (int k = 0; k < operands.size(); k++) {
      if (k != but) {
        JoinLoops.multiply(x.data(), x.rowStart(row) + k * columns, to, start, columns);
      }
    }
  }

  /**
   * Copies between the operands and the joined row, in which the last dimensions stand one after
   * the other at each place of the dimensions before.
   */
  private void concatenate(Matrix parts, Matrix joined, boolean isForward) {
    int width = 0;
    for (int k = 0; k < operands.size(); k++) {
      width += operands.get(k).last();
    }
    int places = joined.columns() / width;
    for (int i = 0; i < joined.rows(); i++) {
      int part = parts.rowStart(i);
      int column = joined.rowStart(i);
      for (int k = 0; k < operands.size(); k++) {
        int last = operands.get(k).last();
        for (int place = 0; place < places; place++) {
          int at = column + place * width;
          if (isForward) {
            System.arraycopy(parts.data(), part, joined.data(), at, last);
          } else {
            System.arraycopy(joined.data(), at, parts.data(), part, last);
          }
          part += last;
        }
        column += last;
      }
    }
  }
}
