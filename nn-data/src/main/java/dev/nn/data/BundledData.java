package dev.nn.data;

import dev.nn.core.dataset.Dataset;
import dev.nn.data.read.GzipInput;
import dev.nn.data.read.Source;
import dev.nn.math.Matrix;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Two small data sets that come with this library, for first steps and for tests:
 *
 * <pre>{@code
 * Split split = Split.stratified(BundledData.iris(), 0.8, 42);
 * }</pre>
 *
 * <p>Both were taken from scikit-learn. The notice beside them in the jar says where they come from
 * and under which licence.
 */
public final class BundledData {
  private static final float INK_LEVELS = 16;

  private BundledData() {}

  /**
   * Returns handwritten digits: 1,797 grey images of 8 × 8 pixels, as rows of shape {@code (64)},
   * in ten classes. A pixel is the number of dark points in a block of 4 × 4 points, 0 to 16,
   * divided by 16.
   *
   * <p>Source: E. Alpaydin and C. Kaynak, <i>Optical Recognition of Handwritten Digits</i>, test
   * set, UCI Machine Learning Repository, 1998.
   */
  public static Dataset digits() {
    Dataset raw = read("digits.csv.gz", Csv.withoutHeader());
    Matrix pixels = Matrix.zeros(raw.rows(), raw.shape().size());
    Matrix targets = Matrix.zeros(raw.rows(), raw.targets().columns());
    for (int row = 0; row < raw.rows(); row++) {
      raw.readFeatures(row, pixels, row);
      raw.readTarget(row, targets, row);
    }
    float[] ink = pixels.data();
    for (int i = 0; i < ink.length; i++) {
      ink[i] /= INK_LEVELS;
    }
    return Dataset.classes(pixels.toArray(), targets.toArray());
  }

  /**
   * Returns iris flowers: 150 rows with sepal length, sepal width, petal length and petal width in
   * centimetres, unscaled. There are 50 flowers of each of the classes setosa, versicolor and
   * virginica, in this order, so shuffle or split them before use. The values are those of Fisher's
   * paper; the copy of the UCI Machine Learning Repository differs in two rows.
   *
   * <p>Source: R. A. Fisher, <i>The use of multiple measurements in taxonomic problems</i>, Annals
   * of Eugenics 7, 1936.
   */
  public static Dataset iris() {
    return read(
        "iris.csv.gz", Csv.withHeader().classes(List.of("setosa", "versicolor", "virginica")));
  }

  private static Dataset read(String name, Csv format) {
    try {
      return format.read(new Source(name, () -> GzipInput.unpacked(resource(name), name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream in = BundledData.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("the jar of nn-data lacks " + name);
    }
    return in;
  }
}
