package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.StateChecks;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Rule P7: threads compute different things, so that none finds its own numbers in a field. */
class SharedScratchTest {

  /** All threads have written the field before the first reads it. */
  private static final class Scratch extends GoodActivation {
    private final Thread maker = Thread.currentThread();
    private final CountDownLatch written = new CountDownLatch(8);
    private volatile Matrix scratch = Matrix.zeros(0, 0);

    @Override
    public void forward(Matrix z, Matrix a) {
      scratch = z;
      if (Thread.currentThread() != maker) {
        written.countDown();
        try {
          written.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      super.forward(scratch, a);
    }
  }

  @Test
  void aScratchFieldIsFoundThoughAllThreadsWriteMatricesOfOneShape() {
    Plugin plugin = new Scratch();
    String message =
        assertThrows(
                AssertionError.class,
                () -> StateChecks.servesEightThreads(plugin, PluginRegistry.of(plugin)))
            .getMessage();
    assertTrue(message.startsWith("P7: on eight threads"), message);
  }
}
