package dev.nn.core.internal.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.TestPlugins;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {
  private static Matrix normal(long seed, int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    CounterRandom.normal(CounterRandom.key(seed), matrix, 0);
    return matrix;
  }

  private static Factor @Nullable [] afterManyUses(Panels.Weights weights) {
    for (int use = 0; use < 100; use++) {
      weights.panels();
    }
    return weights.panels();
  }

  @ParameterizedTest
  @ValueSource(ints = {160, 256, 287, 288, 300, 512, 700, 1000})
  void panelsHoldTheColumnsInOrder(int columns) {
    Matrix weights = normal(1, 500, columns);
    Factor[] panels = afterManyUses(new Panels(weights.data(), null).of(weights, 1));
    assertNotNull(panels);
    assertEquals(columns, Arrays.stream(panels).mapToInt(Factor::columns).sum());
    int from = 0;
    for (Factor factor : panels) {
      Matrix panel = ((Factor.Floats) factor).matrix();
      Matrix part = weights.columns(from, from + panel.columns());
      assertArrayEquals(part.toArray(), panel.toArray());
      assertTrue(panel.columns() >= 32 && panel.columns() < 160);
      from += panel.columns();
    }
  }

  @Test
  void copiesAreMadeOnceAndNotForTheFirstFewUses() {
    Matrix weights = normal(1, 500, 512);
    Panels panels = new Panels(weights.data(), null);
    assertNull(panels.of(weights, 1).panels());
    Factor[] made = afterManyUses(panels.of(weights, 1));
    // Each thread has a view of its own.
    assertSame(made, panels.of(weights.rows(0, 500), 1).panels());
  }

  @Test
  void smallWeightsAndWhatIsNoWeightHaveNone() {
    Matrix weights = normal(1, 500, 512);
    Panels panels = new Panels(weights.data(), null);
    assertNull(panels.of(normal(2, 500, 512), 1), "other data");
    assertNull(panels.of(weights.rows(0, 100), 1), "small");
    Matrix tall = normal(1, 2_500, 512);
    Matrix narrow = tall.columns(0, Panels.COLUMNS + 31);
    assertNull(new Panels(tall.data(), null).of(narrow, 1), "narrow");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "3, 1", "8, 3", "33, 2", "64, 1"})
  void productsHaveTheBitsOfTheWhole(int rows, int parts) {
    for (int columns : new int[] {160, 257, 300, 512, 1000}) {
      Matrix a = normal(1, rows, 500);
      Matrix b = normal(2, 500, columns);
      Matrix row = normal(3, 1, columns);
      Matrix expected = Matrix.padded(rows, columns);
      Matrix found = Matrix.padded(rows, columns);
      Sharing sharing = new Sharing(new Panels(b.data(), null));
      Sharing.Products products = sharing.new Products();
      SharedColumns helpers = new SharedColumns(2);
      sharing.begin();
      sharing.on(helpers, parts);
      Kernels.active().product(a, b, row, expected);
      boolean isComputed = false;
      for (int again = 0; again < 100; again++) {
        found.fill(Float.NaN);
        isComputed = products.compute(a, b, row, found);
        assertTrue(isComputed || again < 40, "not at the use " + again);
        if (isComputed) {
          assertArrayEquals(expected.toArray(), found.toArray());
        }
      }
      sharing.end();
      assertFalse(products.compute(a, b, row, found), "no prediction goes on");
    }
  }

  /** Whether weights have panels yet or not, and whichever thread predicts, a row has its bits. */
  @Test
  void predictionsKeepTheirBits() {
    Network network =
        Network.of(
            TestPlugins.registry(),
            Shape.of(300),
            "dense(units=700), dense(units=301), dense(units=5)");
    Model model = Model.initial(network, 1);
    Matrix features = normal(4, 100, 300);
    float[][] first = new float[100][];
    for (int i = 0; i < 10; i++) {
      first[i] = model.predict(features.row(i));
    }
    for (int i = 10; i < 100; i++) {
      first[i] = Model.initial(network, 1).predict(features.row(i));
    }
    IntStream.range(0, 2000)
        .parallel()
        .forEach(i -> assertArrayEquals(first[i % 100], model.predict(features.row(i % 100))));
    for (int rows : new int[] {2, 7, 64, 100}) {
      float[][] some = IntStream.range(0, rows).mapToObj(features::row).toArray(float[][]::new);
      assertArrayEquals(Arrays.copyOf(first, rows), model.predict(some));
    }
  }
}
