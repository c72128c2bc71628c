package dev.nn.math;

import java.util.Locale;

/**
 * A form of weights that takes less room than a float each. A compressed weight is a code of a few
 * bits; what it stands for is a float again, so products with it are made and added up in floats.
 */
public enum Compression {
  /**
   * The upper 16 bits of a float (bfloat16): its sign, its exponent and 7 bits of its fraction,
   * rounded to the nearest, ties to even (Kalamkar et al., <i>A Study of BFLOAT16 for Deep Learning
   * Training</i>, 2019). A weight changes by at most 1 part in 256, or by 5e-41 if it is tiny.
   */
  BFLOAT16(16) {
    @Override
    public int encode(float weight, float scale) {
      int bits = Float.floatToRawIntBits(weight);
      int odd = (bits >>> 16) & 1;
      int rounded = (bits + 0x7fff + odd) >>> 16;
      // What would round to infinity becomes the largest number.
      return (rounded & 0x7fff) == 0x7f80 ? rounded - 1 : rounded;
    }

    @Override
    public float decode(int code, float scale) {
      return Float.intBitsToFloat(code << 16);
    }
  },

  /**
   * A whole number from −127 to 127, which counts steps of the column's own size: 1/127 of the
   * largest absolute weight of the column: w ≈ s·q with s = max |w| / 127 and q = round(w / s)
   * (Jacob et al., <i>Quantization and Training of Neural Networks for Efficient
   * Integer-Arithmetic-Only Inference</i>, 2018). A weight changes by at most half a step and the
   * rounding of floats.
   */
  INT8(8) {
    @Override
    public float scale(Matrix weights, int column) {
      float largest = 0;
      for (int i = 0; i < weights.rows(); i++) {
        largest = Math.max(largest, Math.abs(weights.get(i, column)));
      }
      float scale = largest / MOST_STEPS;
      return Float.isFinite(MOST_STEPS * scale) ? scale : Math.nextDown(scale);
    }

    @Override
    public int encode(float weight, float scale) {
      if (scale == 0) {
        return 0;
      }
      return (int) Math.rint(Math.max(-MOST_STEPS, Math.min(MOST_STEPS, weight / scale)));
    }

    @Override
    public float decode(int code, float scale) {
      return code * scale;
    }
  };

  private static final float MOST_STEPS = 127;

  private final int bits;

  Compression(int bits) {
    this.bits = bits;
  }

  /** Bits of a code. */
  public int bits() {
    return bits;
  }

  /** The size of a step for a column of weights; 1 where columns have no steps of their own. */
  public float scale(Matrix weights, int column) {
    return 1;
  }

  /**
   * The code that stands for the nearest number to a weight.
   *
   * @param weight a finite number
   * @param scale of the column
   * @return with bits above those of a code that mean nothing
   */
  public abstract int encode(float weight, float scale);

  /**
   * The number that a code stands for. The code of that number is this one again, for every code
   * that {@link #encode} returns.
   *
   * @param code as {@link #encode} returns it, or sign-extended from its bits
   */
  public abstract float decode(int code, float scale);

  /** The name in files and commands: {@code bfloat16}, {@code int8}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
