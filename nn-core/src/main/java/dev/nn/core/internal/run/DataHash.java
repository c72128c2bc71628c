package dev.nn.core.internal.run;

import dev.nn.core.dataset.Dataset;
import dev.nn.math.Matrix;

/**
 * 64 bits that tell one set of examples from another of the same size: over the bits of all
 * features, targets and weights, in order (FNV-1a by words instead of bytes, with the upper half
 * mixed into the lower).
 */
final class DataHash {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = BASIS;

  /** Adds the next example. */
  void add(float[] features, float[] target, double weight) {
    mix(features);
    mix(target);
    mix(Double.doubleToRawLongBits(weight));
  }

  /** The hash of what was added, as 16 hexadecimal digits. */
  String text() {
    return "%016x".formatted(hash);
  }

  /** The hash of all examples of a data set, for which it is gone through once. */
  static String of(Dataset data) {
    float[] features = new float[data.shape().size()];
    float[] target = new float[data.targets().columns()];
    Matrix featureRow = Matrix.rowOf(features);
    Matrix targetRow = Matrix.rowOf(target);
    DataHash hash = new DataHash();
    for (int row = 0; row < data.rows(); row++) {
      data.readFeatures(row, featureRow, 0);
      data.readTarget(row, targetRow, 0);
      hash.add(features, target, data.weight(row));
    }
    return hash.text();
  }

  private void mix(float[] numbers) {
    for (float number : numbers) {
      mix(Float.floatToRawIntBits(number));
    }
  }

  private void mix(long bits) {
    long product = (hash ^ bits) * PRIME;
    hash = product ^ product >>> 32;
  }
}
