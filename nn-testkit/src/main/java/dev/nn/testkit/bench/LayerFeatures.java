package dev.nn.testkit.bench;

import dev.nn.api.Layer;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Samples;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Finds inputs that a layer accepts, by asking its {@code checkFeatures}. */
public final class LayerFeatures {
  private static final int ROWS = 5;

  private LayerFeatures() {}

  /** Returns the layer with the inputs that its author gives, or as it is if there are none. */
  public static Layer given(Layer layer, List<float[]> rows) {
    return GivenFeatures.of(layer, rows);
  }

  /**
   * Those that the author's test gives; else the first that is accepted of numbers of both signs;
   * positive ones; ones between 0 and 1; negative ones; and whole numbers from 0 up to 3, 2, 1 and
   * 0.
   */
  static Optional<Matrix> accepted(Layer layer, int columns) {
    if (layer instanceof GivenFeatures given) {
      return Optional.of(given.matrix(columns));
    }
    return Stream.<IntFunction<Matrix>>of(
            n -> between(-1.5, 1.5, n),
            n -> between(0.75, 2.25, n),
            n -> between(0.125, 0.875, n),
            n -> between(-2.25, -0.75, n),
            n -> wholeNumbers(3, n),
            n -> wholeNumbers(2, n),
            n -> wholeNumbers(1, n),
            n -> wholeNumbers(0, n))
        .map(kind -> kind.apply(columns))
        .filter(features -> areAccepted(features, layer))
        .findFirst();
  }

  static boolean areAccepted(Matrix features, Layer layer) {
    try {
      for (int i = 0; i < features.rows(); i++) {
        layer.checkFeatures(features.row(i));
      }
      return true;
    } catch (IllegalArgumentException refusal) {
      return false;
    }
  }

  private static Matrix between(double low, double high, int columns) {
    return Samples.uniform(51, ROWS, columns, low, high);
  }

  /** Some of them more than once in a row. */
  private static Matrix wholeNumbers(int last, int columns) {
    Matrix numbers = Matrix.zeros(ROWS, columns);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < columns; j++) {
        numbers.set(i, j, (i + j / 2) % (last + 1));
      }
    }
    return numbers;
  }
}
