package dev.nn.math.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.sun.management.ThreadMXBean;
import dev.nn.math.Matrix;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ScalarKernelsTest implements KernelsContract, ProductsContract {
  private final Kernels kernels = new ScalarKernels();

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Test
  void theChoiceIsMadeOnce() {
    assertSame(Kernels.active(), Kernels.active());
    assertEquals("scalar", kernels.name());
  }

  @Test
  void nothingIsAllocatedOnceWarm() {
    Matrix x = GuardedMatrix.normal(1, 33, 100).matrix();
    Matrix b = GuardedMatrix.normal(2, 100, 100).matrix();
    Matrix y = Matrix.zeros(33, 100);
    Matrix square = Matrix.zeros(100, 100);
    Matrix row = Matrix.zeros(1, 100);
    Matrix t = Matrix.zeros(100, 33);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int round = 0; round < 20; round++) {
      if (round == 10) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      kernels.product(x, b, y);
      kernels.transposedProduct(x, y, square);
      kernels.productTransposed(x, b, y);
      kernels.transpose(x, t);
      kernels.columnSums(x, row);
      kernels.fillRows(row, y);
      kernels.exp(x, y);
      kernels.sigmoid(x, y);
      kernels.relu(x, y);
      kernels.softmax(x, y);
      kernels.allFinite(x.data(), 0, x.data().length);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(0, allocated, 200, "bytes, apart from those of the measurement");
  }
}
