package dev.nn.init;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OrthogonalGoldenTest {
  /** Draws what NumPy drew. */
  private record Recorded(Iterator<Double> normals) implements RandomGenerator {
    @Override
    public long nextLong() {
      throw new UnsupportedOperationException("only normal deviates were recorded");
    }

    @Override
    public double nextGaussian() {
      return normals.next();
    }
  }

  @Test
  void weightsAreTheFactorQOfNumPy() throws IOException {
    List<double[]> lines = lines();
    for (int i = 0; i < lines.size(); i += 3) {
      int rows = (int) lines.get(i)[0];
      int columns = (int) lines.get(i)[1];
      Matrix weights = Matrix.zeros(rows, columns);
      new Orthogonal()
          .initialize(
              weights, rows, columns, new Recorded(Arrays.stream(lines.get(i + 1)).iterator()));
      double[] want = lines.get(i + 2);
      for (int j = 0; j < want.length; j++) {
        assertEquals(want[j], weights.data()[j], 6e-8, rows + " × " + columns + ", element " + j);
      }
    }
  }

  private static List<double[]> lines() throws IOException {
    try (InputStream in =
        OrthogonalGoldenTest.class.getResourceAsStream("/golden/orthogonal.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    }
  }
}
