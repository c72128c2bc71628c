package dev.nn.core.internal.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingTest {
  private final SharedColumns columns = new SharedColumns(2);
  private final Sharing sharing = new Sharing(null);
  private final Sharing.Products products = sharing.new Products();

  @BeforeEach
  void begin() {
    sharing.begin();
  }

  private static Matrix normal(long seed, int rows, int columns) {
    Matrix matrix = Matrix.padded(rows, columns);
    CounterRandom.normal(CounterRandom.key(seed), matrix, 0);
    return matrix;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 784, 512, 2",
    "1, 784, 512, 3",
    "1, 2000, 33, 2",
    "1, 600, 100, 5",
    "7, 300, 65, 2",
    "32, 64, 129, 3",
    "64, 50, 1000, 4"
  })
  void partsOfColumnsHaveTheBitsOfTheWhole(int m, int k, int n, int parts) {
    Matrix a = normal(1, m, k);
    Matrix b = normal(2, k, n);
    Matrix row = normal(3, 1, n);
    Matrix expected = Matrix.padded(m, n);
    Matrix found = Matrix.padded(m, n);
    sharing.on(columns, parts);
    for (int again = 0; again < 100; again++) {
      Kernels.active().product(a, b, row, expected);
      found.fill(Float.NaN);
      assertTrue(products.compute(a, b, row, found));
      assertArrayEquals(expected.toArray(), found.toArray());

      Kernels.active().product(a, b, expected);
      assertTrue(products.compute(a, b, null, found));
      assertArrayEquals(expected.toArray(), found.toArray());
    }
  }

  @Test
  void newMatricesAreNotMistakenForTheLastOnes() {
    Matrix a = normal(1, 1, 500);
    Matrix found = Matrix.padded(1, 200);
    Matrix expected = Matrix.padded(1, 200);
    sharing.on(columns, 2);
    for (int seed = 2; seed < 5; seed++) {
      Matrix b = normal(seed, 500, 200);
      Kernels.active().product(a, b, expected);
      assertTrue(products.compute(a, b, null, found));
      assertArrayEquals(expected.toArray(), found.toArray());
    }
  }

  @Test
  void thereAreNoMorePartsThanAskedFor() {
    for (int n : new int[] {33, 64, 65, 129, 257, 513, 1000, 1025}) {
      for (int most = 1; most < 6; most++) {
        int parts =
            new SplitProduct(normal(1, 1, 3), normal(2, 3, n), null, normal(3, 1, n), most, null)
                .parts();
        assertTrue(parts <= most, n + " columns in at most " + most + " parts are " + parts);
      }
    }
  }

  @Test
  void shapesThatDoNotFitAreRefusedAsAWhole() {
    sharing.on(columns, 2);
    Matrix a = normal(1, 1, 600);
    Matrix b = normal(2, 600, 512);
    for (Matrix[] wrong :
        new Matrix[][] {
          {b, normal(3, 1, 512), normal(4, 1, 100)},
          {b, normal(3, 1, 512), normal(4, 1, 600)},
          {b, normal(3, 1, 600), normal(4, 1, 512)},
          {b, normal(3, 1, 256), normal(4, 1, 512)},
          {normal(2, 500, 512), normal(3, 1, 512), normal(4, 1, 512)}
        }) {
      String expected =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> Kernels.active().product(a, wrong[0], wrong[1], wrong[2]))
              .getMessage();
      assertEquals(
          expected,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> products.compute(a, wrong[0], wrong[1], wrong[2]))
              .getMessage());
    }
  }

  /** A layer may compute its products on several threads; only the one that predicts shares. */
  @Test
  void otherThreadsComputeAlone() throws InterruptedException {
    sharing.on(columns, 2);
    AtomicBoolean shared = new AtomicBoolean(true);
    Thread other =
        new Thread(
            () ->
                shared.set(
                    products.compute(
                        normal(1, 1, 900), normal(2, 900, 500), null, normal(3, 1, 500))));
    other.start();
    other.join();
    assertFalse(shared.get());
    assertTrue(products.compute(normal(1, 1, 900), normal(2, 900, 500), null, normal(3, 1, 500)));
  }

  @Test
  void whatIsSmallOrNarrowOrNotToBeSharedIsLeftToTheCaller() {
    Matrix found = Matrix.zeros(1, 32);
    assertFalse(products.compute(normal(1, 1, 9000), normal(2, 9000, 32), null, found), "off");
    sharing.on(columns, 2);
    assertFalse(products.compute(normal(1, 1, 9000), normal(2, 9000, 32), null, found), "narrow");
    assertFalse(products.compute(normal(1, 1, 90), normal(2, 90, 500), null, normal(3, 1, 500)));
    sharing.off();
    assertFalse(products.compute(normal(1, 1, 900), normal(2, 900, 500), null, normal(3, 1, 500)));
    assertEquals(0, found.get(0, 0));
  }
}
