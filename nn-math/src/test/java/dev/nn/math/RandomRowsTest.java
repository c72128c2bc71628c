package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Known answers were computed with Python's unbounded integers and with mpmath's erfinv. */
class RandomRowsTest {
  private static final long KEY = CounterRandom.key(42, 1, 2);

  @Test
  void uniformRowsAreTheFloatsOfTheirStreams() {
    Matrix rows = Matrix.zeros(6, 3);
    CounterRandom.uniform(KEY, rows, 0);
    assertArrayEquals(
        new float[] {0.9026896357536316f, 0.9815360307693481f, 0.9390560984611511f}, rows.row(0));
    assertArrayEquals(
        new float[] {0.9481552839279175f, 0.23979634046554565f, 0.5431448221206665f}, rows.row(5));
    CounterRandom stream = CounterRandom.of(42, 1, 2, 1);
    for (float element : rows.row(1)) {
      assertEquals(stream.nextFloat(), element);
    }
  }

  @Test
  void normalRowsAreTheQuantilesOfTheirStreams() {
    Matrix rows = Matrix.zeros(6, 3);
    CounterRandom.normal(KEY, rows, 0);
    assertArrayEquals(new float[] {-0.12226431f, -0.0231432f, 0.07645624f}, rows.row(0), 1e-6f);
    assertArrayEquals(new float[] {0.06502349f, 1.1754959f, -0.6080643f}, rows.row(5), 2e-6f);
  }

  @Test
  void rowsDoNotDependOnHowTheyAreSplit() {
    Matrix whole = Matrix.zeros(20, 7);
    Matrix pieces = Matrix.zeros(20, 7);
    CounterRandom.uniform(KEY, whole, 100);
    CounterRandom.uniform(KEY, pieces.rows(13, 20), 113);
    CounterRandom.uniform(KEY, pieces.rows(0, 13), 100);
    assertArrayEquals(whole.data(), pieces.data());
    CounterRandom.normal(KEY, whole, 100);
    CounterRandom.normal(KEY, pieces.rows(0, 1), 100);
    CounterRandom.normal(KEY, pieces.rows(1, 20), 101);
    assertArrayEquals(whole.data(), pieces.data());
  }

  @Test
  void fillsStayInsideTheView() {
    Matrix matrix = Matrix.zeros(4, 4);
    matrix.fill(7);
    CounterRandom.uniform(KEY, matrix.rows(1, 3).columns(1, 3), 0);
    CounterRandom.normal(KEY, matrix.rows(2, 3).columns(1, 3), 0);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        boolean inside = i > 0 && i < 3 && j > 0 && j < 3;
        assertEquals(!inside, matrix.get(i, j) == 7);
      }
    }
  }

  @Test
  void theExtremeDrawsGiveFiniteDeviates() {
    assertEquals(9.08f, NormalQuantile.deviate(0), 0.01f);
    assertEquals(-9.08f, NormalQuantile.deviate(1), 0.01f);
    assertEquals(0f, NormalQuantile.deviate(-2));
    assertEquals(-0f, NormalQuantile.deviate(-1));
  }

  @Test
  void quantilesInvertTheDistributionFunction() {
    CounterRandom random = CounterRandom.of(9);
    for (int i = 0; i < 100_000; i++) {
      // A shift spreads the draws over many powers of two, far into the tails.
      long bits = random.nextLong() >>> random.nextInt(60);
      double tail = ((bits >>> 1) | 1) * 0x1p-64;
      float z = NormalQuantile.deviate(bits & ~1L);
      double slope = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
      double error = (ReferenceMath.normalCdf(-z) - tail) / slope;
      assertTrue(Math.abs(error) < 2e-4, () -> "z = " + z + " is off by " + error);
    }
  }
}
