package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.WIDTH;

import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import dev.nn.math.kernel.Kernels;
import dev.nn.math.kernel.Shapes;
import dev.nn.math.kernel.Workspaces;
import java.util.Objects;

/** Kernels on the widest vectors of the machine, up to 512 bits. */
public final class VectorKernels implements Kernels {
  private final Kernels scalar = Kernels.scalar();
  private final Workspaces<VectorWorkspace> workspaces = new Workspaces<>(VectorWorkspace::new);

  /** Creates the kernels; the constructor is public for the service loader. */
  public VectorKernels() {}

  @Override
  public int vectorBits() {
    return Lanes.SPECIES.vectorBitSize();
  }

  @Override
  public void product(Matrix a, Matrix b, Matrix c) {
    Shapes.checkProduct(a, b, c);
    VectorWorkspace workspace = workspaces.take();
    Block block = workspace.block;
    block.left(a);
    block.right(b);
    block.firstZero();
    block.result(c);
    workspace.multiply(c.rows(), c.columns());
    workspaces.give(workspace);
  }

  @Override
  public void product(Matrix a, Matrix b, Matrix row, Matrix c) {
    Shapes.checkProduct(a, b, c);
    Shapes.checkRow(row, c);
    VectorWorkspace workspace = workspaces.take();
    Block block = workspace.block;
    block.left(a);
    block.right(b);
    block.firstRow(row);
    block.result(c);
    workspace.multiply(c.rows(), c.columns());
    workspaces.give(workspace);
  }

  @Override
  public void product(Matrix a, CompressedMatrix b, Matrix row, Matrix c) {
    Shapes.checkProduct(a, b, c);
    Shapes.checkRow(row, c);
    VectorWorkspace workspace = workspaces.take();
    workspace.compressed.multiply(a, b, row, c);
    workspaces.give(workspace);
  }

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    Shapes.checkProduct(a, b, c);
    VectorWorkspace workspace = workspaces.take();
    Block block = workspace.block;
    block.left(a);
    block.right(b);
    block.result(c);
    block.firstResult();
    workspace.multiply(c.rows(), c.columns());
    workspaces.give(workspace);
  }

  @Override
  public void transposedProduct(Matrix a, Matrix b, Matrix c) {
    Shapes.checkTransposedProduct(a, b, c);
    VectorWorkspace workspace = workspaces.take();
    workspace.multiplyTransposed(a, b, c);
    workspaces.give(workspace);
  }

  @Override
  public boolean descend(Matrix a, Matrix b, float rate, Matrix gradient, Matrix w) {
    Shapes.checkTransposedProduct(a, b, w);
    Shapes.checkSame(gradient, w);
    VectorWorkspace workspace = workspaces.take();
    boolean isFinite = workspace.descend(a, b, rate, gradient, w);
    workspaces.give(workspace);
    return isFinite;
  }

  @Override
  public void productTransposed(Matrix a, Matrix b, Matrix c) {
    Shapes.checkProductTransposed(a, b, c);
    VectorWorkspace workspace = workspaces.take();
    workspace.dot.multiply(a, b, c);
    workspaces.give(workspace);
  }

  @Override
  public void transpose(Matrix a, Matrix t) {
    scalar.transpose(a, t);
  }

  @Override
  public void columnSums(Matrix m, Matrix sums) {
    Shapes.checkRow(sums, m);
    int end = m.rows() == 0 ? 0 : m.rowStart(m.rows() - 1) + WIDTH;
    if (m.columns() >= WIDTH) {
      Reductions.columnSums(m, sums.data(), sums.offset());
    } else if (end <= m.data().length) {
      VectorWorkspace workspace = workspaces.take();
      Reductions.oneSum(m.data(), m.offset(), m.stride(), m.rows(), workspace.lanes, 0);
      System.arraycopy(workspace.lanes, 0, sums.data(), sums.offset(), m.columns());
      workspaces.give(workspace);
    } else {
      scalar.columnSums(m, sums);
    }
  }

  @Override
  public void fillRows(Matrix row, Matrix m) {
    scalar.fillRows(row, m);
  }

  @Override
  public void exp(Matrix x, Matrix y) {
    Shapes.checkSame(x, y);
    VectorWorkspace workspace = workspaces.take();
    workspace.chunks.exp(x, y);
    workspaces.give(workspace);
  }

  @Override
  public void sigmoid(Matrix x, Matrix y) {
    Shapes.checkSame(x, y);
    VectorWorkspace workspace = workspaces.take();
    workspace.chunks.sigmoid(x, y);
    workspaces.give(workspace);
  }

  @Override
  public void relu(Matrix x, Matrix y) {
    Shapes.checkSame(x, y);
    int length = Runs.length(x, y);
    for (int r = 0; r < Runs.count(x, y); r++) {
      ReluLoops.forward(x.data(), x.rowStart(r), y.data(), y.rowStart(r), length);
    }
  }

  @Override
  public void reluGradient(Matrix z, Matrix da, Matrix dz) {
    Shapes.checkSame(z, da);
    Shapes.checkSame(da, dz);
    int length = Runs.length(z, da, dz);
    for (int r = 0; r < Runs.count(z, da, dz); r++) {
      ReluLoops.backward(
          z.data(), z.rowStart(r), da.data(), da.rowStart(r), dz.data(), dz.rowStart(r), length);
    }
  }

  @Override
  public void sigmoidGradient(Matrix a, Matrix da, Matrix dz) {
    Shapes.checkSame(a, da);
    Shapes.checkSame(da, dz);
    int length = Runs.length(a, da, dz);
    for (int r = 0; r < Runs.count(a, da, dz); r++) {
      GradientLoops.sigmoid(
          a.data(), a.rowStart(r), da.data(), da.rowStart(r), dz.data(), dz.rowStart(r), length);
    }
  }

  @Override
  public void softmax(Matrix z, Matrix a) {
    Shapes.checkSame(z, a);
    VectorWorkspace workspace = workspaces.take();
    workspace.softmax.rows(z, a);
    workspaces.give(workspace);
  }

  @Override
  public boolean allFinite(float[] v, int from, int to) {
    Objects.checkFromToIndex(from, to, v.length);
    if (to - from < WIDTH) {
      return scalar.allFinite(v, from, to);
    }
    VectorWorkspace workspace = workspaces.take();
    boolean isFinite = Reductions.allFinite(v, from, to, workspace.lanes);
    workspaces.give(workspace);
    return isFinite;
  }
}
