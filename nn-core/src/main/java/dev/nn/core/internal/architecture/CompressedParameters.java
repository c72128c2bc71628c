package dev.nn.core.internal.architecture;

import dev.nn.api.NnException;
import dev.nn.math.Compression;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The parameters of a network whose weights have been rounded to what a compressed form can hold.
 * All that have rows and columns are compressed; those in one row, such as biases, are few and stay
 * as they are.
 */
public final class CompressedParameters {
  private final Compression compression;
  private final float[] flat;
  private final Map<Integer, float[]> scales;

  private CompressedParameters(
      Compression compression, float[] flat, Map<Integer, float[]> scales) {
    this.compression = compression;
    this.flat = flat;
    this.scales = scales;
  }

  /**
   * Rounds the parameters of a flat array.
   *
   * @throws NnException if one that is to be compressed is NaN or infinite
   */
  public static CompressedParameters of(
      Architecture architecture, float[] parameters, Compression compression) {
    float[] flat = parameters.clone();
    Map<Integer, float[]> scales = new HashMap<>();
    for (ParameterSlot slot : architecture.parameters()) {
      if (compresses(slot)) {
        NamedParameters.requireFinite(slot, parameters);
        Matrix weights = slot.in(flat);
        float[] ofColumns = new float[weights.columns()];
        for (int j = 0; j < ofColumns.length; j++) {
          ofColumns[j] = compression.scale(weights, j);
        }
        round(weights, compression, ofColumns);
        scales.put(slot.offset(), ofColumns);
      }
    }
    return new CompressedParameters(compression, flat, scales);
  }

  /** Parameters that a file holds. Takes what it is given over. */
  public static CompressedParameters read(
      Compression compression, float[] flat, Map<Integer, float[]> scalesByOffset) {
    return new CompressedParameters(compression, flat, scalesByOffset);
  }

  private static void round(Matrix weights, Compression compression, float[] scales) {
    for (int i = 0; i < weights.rows(); i++) {
      int start = weights.rowStart(i);
      for (int j = 0; j < scales.length; j++) {
        int code = compression.encode(weights.data()[start + j], scales[j]);
        weights.data()[start + j] = compression.decode(code, scales[j]);
      }
    }
  }

  /** Whether a parameter is one of those that are compressed. */
  public static boolean compresses(ParameterSlot slot) {
    return slot.parameter().shape().rank() > 1;
  }

  public Compression compression() {
    return compression;
  }

  /** The flat array of the floats that the weights stand for; the array itself. */
  public float[] flat() {
    return flat;
  }

  /** The scales of the columns of a compressed parameter. */
  public float[] scales(ParameterSlot slot) {
    return scales(slot.offset());
  }

  private float[] scales(int offset) {
    return Objects.requireNonNull(scales.get(offset), "not compressed");
  }

  /** Whether a matrix is the whole of a compressed parameter. */
  public boolean has(Matrix weights) {
    float[] ofColumns = scales.get(weights.offset());
    return weights.data() == flat
        && ofColumns != null
        && ofColumns.length == weights.columns()
        && weights.stride() == weights.columns();
  }

  /** The codes of some columns of a parameter that {@link #has} knows. */
  public CompressedMatrix codes(Matrix weights, int from, int to) {
    float[] ofColumns = Arrays.copyOfRange(scales(weights.offset()), from, to);
    return CompressedMatrix.of(weights.columns(from, to), compression, ofColumns);
  }
}
