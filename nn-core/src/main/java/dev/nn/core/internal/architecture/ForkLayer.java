package dev.nn.core.internal.architecture;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;

/**
 * A signal that several stages take as their input. They read it where it is, so there is nothing
 * to do on the way forward. On the way back each leaves its gradient in a part of the output
 * gradient, and the parts are added in the order of the stages.
 *
 * @param ways how many stages there are
 */
public record ForkLayer(int ways) implements Layer {
  @Override
  public String name() {
    return "fork";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public void forward(ForwardPass pass) {}

  @Override
  public void backward(BackwardPass pass) {
    Matrix parts = pass.outputGradient();
    Matrix sum = pass.inputGradient();
    int columns = sum.columns();
    for (int i = 0; i < sum.rows(); i++) {
      int to = sum.rowStart(i);
      System.arraycopy(parts.data(), parts.rowStart(i), sum.data(), to, columns);
      for (int way = 1; way < ways; way++) {
        add(parts.data(), parts.rowStart(i) + way * columns, sum.data(), to, columns);
      }
    }
  }

  private static void add(float[] from, int start, float[] sum, int to, int count) {
    for (int j = 0; j < count; j++) {
      sum[to + j] += from[start + j];
    }
  }
}
