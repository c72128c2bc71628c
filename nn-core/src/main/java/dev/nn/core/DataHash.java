package dev.nn.core;

import dev.nn.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * 64 bits that tell one set of examples from another of the same size: over the bits of all
 * features, targets and weights, in order (FNV-1a by words instead of bytes, with the upper half
 * mixed into the lower). Found once, when it is asked for: runs without checkpoints do not pay for
 * it.
 */
final class DataHash {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Dataset data;
  private @Nullable String value;

  DataHash(Dataset data) {
    this.data = data;
  }

  /** The hash as 16 hexadecimal digits. */
  String value() {
    if (value == null) {
      value = "%016x".formatted(of(data));
    }
    return value;
  }

  private static long of(Dataset data) {
    float[] features = new float[data.shape().size()];
    float[] target = new float[data.targets().columns()];
    Matrix featureRow = Matrix.rowOf(features);
    Matrix targetRow = Matrix.rowOf(target);
    long hash = BASIS;
    for (int row = 0; row < data.rows(); row++) {
      data.readFeatures(row, featureRow, 0);
      data.readTarget(row, targetRow, 0);
      hash = mix(mix(hash, features), target);
      hash = mix(hash, Double.doubleToRawLongBits(data.weight(row)));
    }
    return hash;
  }

  private static long mix(long hash, float[] numbers) {
    long mixed = hash;
    for (float number : numbers) {
      mixed = mix(mixed, Float.floatToRawIntBits(number));
    }
    return mixed;
  }

  private static long mix(long hash, long bits) {
    long product = (hash ^ bits) * PRIME;
    return product ^ product >>> 32;
  }
}
