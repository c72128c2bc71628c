package dev.nn.math.kernel;

import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.Objects;

/** Kernels in plain Java: the specification that all others are held to, bit for bit. */
final class ScalarKernels implements Kernels {
  private final Workspaces<Workspace> workspaces = new Workspaces<>(Workspace::new);

  @Override
  public int vectorBits() {
    return 0;
  }

  @Override
  public void product(Matrix a, Matrix b, Matrix c) {
    Shapes.checkProduct(a, b, c);
    c.fill(0);
    addProduct(a, b, c);
  }

  @Override
  public void product(Matrix a, Matrix b, Matrix row, Matrix c) {
    Shapes.checkProduct(a, b, c);
    fillRows(row, c);
    addProduct(a, b, c);
  }

  @Override
  public void product(Matrix a, CompressedMatrix b, Matrix row, Matrix c) {
    Shapes.checkProduct(a, b, c);
    fillRows(row, c);
    for (int i = 0; i < c.rows(); i++) {
      int to = c.rowStart(i);
      for (int k = 0; k < b.rows(); k++) {
        float x = a.data()[a.rowStart(i) + k];
        for (int j = 0; j < b.columns(); j++) {
          c.data()[to + j] = FloatMath.fma(x, b.get(k, j), c.data()[to + j]);
        }
      }
    }
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    Shapes.checkProduct(a, b, c);
    Workspace workspace = workspaces.take();
    workspace.product.add(a, b, c);
    workspaces.give(workspace);
  }

  @Override
  public void transposedProduct(Matrix a, Matrix b, Matrix c) {
    Shapes.checkTransposedProduct(a, b, c);
    c.fill(0);
    Workspace workspace = workspaces.take();
    workspace.product.addTransposed(a, b, c);
    workspaces.give(workspace);
  }

  @Override
  public boolean descend(Matrix a, Matrix b, float rate, Matrix gradient, Matrix w) {
    Shapes.checkSame(gradient, w);
    transposedProduct(a, b, gradient);
    boolean isFinite = true;
    for (int i = 0; i < w.rows(); i++) {
      isFinite &= Gradients.descend(gradient, rate, w, i);
    }
    return isFinite;
  }

  @Override
  public void productTransposed(Matrix a, Matrix b, Matrix c) {
    Shapes.checkProductTransposed(a, b, c);
    Workspace workspace = workspaces.take();
    workspace.dot.multiply(a, b, c);
    workspaces.give(workspace);
  }

  @Override
  public void transpose(Matrix a, Matrix t) {
    Shapes.checkTranspose(a, t);
    Layout.transpose(a, t);
  }

  @Override
  public void columnSums(Matrix m, Matrix sums) {
    Shapes.checkRow(sums, m);
    Layout.columnSums(m, sums);
  }

  @Override
  public void fillRows(Matrix row, Matrix m) {
    Shapes.checkRow(row, m);
    Layout.fillRows(row, m);
  }

  @Override
  public void exp(Matrix x, Matrix y) {
    Shapes.checkSame(x, y);
    for (int i = 0; i < x.rows(); i++) {
      int from = x.rowStart(i);
      int to = y.rowStart(i);
      for (int j = 0; j < x.columns(); j++) {
        y.data()[to + j] = FloatMath.exp(x.data()[from + j]);
      }
    }
  }

  @Override
  public void sigmoid(Matrix x, Matrix y) {
    Shapes.checkSame(x, y);
    for (int i = 0; i < x.rows(); i++) {
      int from = x.rowStart(i);
      int to = y.rowStart(i);
      for (int j = 0; j < x.columns(); j++) {
        y.data()[to + j] = FloatMath.sigmoid(x.data()[from + j]);
      }
    }
  }

  @Override
  public void relu(Matrix x, Matrix y) {
    Shapes.checkSame(x, y);
    for (int i = 0; i < x.rows(); i++) {
      int from = x.rowStart(i);
      int to = y.rowStart(i);
      for (int j = 0; j < x.columns(); j++) {
        y.data()[to + j] = Math.max(x.data()[from + j], 0);
      }
    }
  }

  @Override
  public void reluGradient(Matrix z, Matrix da, Matrix dz) {
    Shapes.checkSame(z, da);
    Shapes.checkSame(da, dz);
    Gradients.relu(z, da, dz);
  }

  @Override
  public void sigmoidGradient(Matrix a, Matrix da, Matrix dz) {
    Shapes.checkSame(a, da);
    Shapes.checkSame(da, dz);
    Gradients.sigmoid(a, da, dz);
  }

  @Override
  public void softmax(Matrix z, Matrix a) {
    Shapes.checkSame(z, a);
    for (int i = 0; i < z.rows(); i++) {
      Softmax.row(z.data(), z.rowStart(i), a.data(), a.rowStart(i), z.columns());
    }
  }

  @Override
  public boolean allFinite(float[] v, int from, int to) {
    Objects.checkFromToIndex(from, to, v.length);
    for (int i = from; i < to; i++) {
      if (!Float.isFinite(v[i])) {
        return false;
      }
    }
    return true;
  }
}
