package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares with numbers that scikit-learn's own readers and numpy made. */
class BundledDataTest {
  private static final Properties GOLDEN = new Properties();

  @BeforeAll
  static void readGolden() throws IOException {
    try (InputStream in = BundledDataTest.class.getResourceAsStream("/golden/bundled.properties")) {
      GOLDEN.load(in);
    }
  }

  private static double[] golden(String key) {
    return Arrays.stream(GOLDEN.getProperty(key).split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void digitsAreThoseOfScikitLearn() {
    Dataset digits = BundledData.digits();

    assertEquals(1797, digits.rows());
    assertEquals(Shape.of(64), digits.shape());
    assertEquals(Targets.Classes.numbered(10), digits.targets());
    check("digits", digits, 0, 1, 1000, 1796);
  }

  @Test
  void irisIsThatOfScikitLearn() {
    Dataset iris = BundledData.iris();

    assertEquals(150, iris.rows());
    assertEquals(Shape.of(4), iris.shape());
    assertEquals(new Targets.Classes(List.of("setosa", "versicolor", "virginica")), iris.targets());
    check("iris", iris, 0, 34, 37, 50, 149);
  }

  private static void check(String name, Dataset data, int... someRows) {
    int columns = data.shape().size();
    Matrix features = Matrix.zeros(data.rows(), columns);
    Matrix targets = Matrix.zeros(data.rows(), data.targets().columns());
    double[] sums = new double[columns];
    double[] squareSums = new double[columns];
    double[] counts = new double[targets.columns()];
    for (int row = 0; row < data.rows(); row++) {
      data.readFeatures(row, features, row);
      data.readTarget(row, targets, row);
      for (int i = 0; i < columns; i++) {
        double value = features.get(row, i);
        sums[i] += value;
        squareSums[i] += value * value;
      }
      for (int i = 0; i < counts.length; i++) {
        counts[i] += targets.get(row, i);
      }
    }

    assertEquals(data.rows(), Integer.parseInt(GOLDEN.getProperty(name + ".rows")));
    assertEquals(
        new Targets.Classes(List.of(GOLDEN.getProperty(name + ".classes").split(","))),
        data.targets());
    assertArrayEquals(golden(name + ".class_counts"), counts);
    // Sixteenths are exact in float; the tenths of iris are off by up to 2⁻²⁵ of each.
    double tolerance = name.equals("digits") ? 0 : 1e-3;
    assertArrayEquals(golden(name + ".column_sums"), sums, tolerance);
    assertArrayEquals(golden(name + ".column_square_sums"), squareSums, tolerance);
    for (int row : someRows) {
      double[] expected = golden(name + ".row." + row);
      for (int i = 0; i < columns; i++) {
        assertEquals((float) expected[i], features.get(row, i), "row " + row + ", column " + i);
      }
      int label = Integer.parseInt(GOLDEN.getProperty(name + ".label." + row));
      assertEquals(1, targets.get(row, label), "row " + row);
    }
  }

  @Test
  void noticeNamesOriginAndLicence() throws IOException {
    try (InputStream in = BundledData.class.getResourceAsStream("NOTICE")) {
      assertNotNull(in);
      String notice = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String needed :
          List.of("scikit-learn", "BSD-3-Clause", "E. Alpaydin, C. Kaynak", "R.A. Fisher")) {
        assertTrue(notice.contains(needed), needed);
      }
    }
  }
}
