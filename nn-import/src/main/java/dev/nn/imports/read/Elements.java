package dev.nn.imports.read;

import java.nio.ByteBuffer;

/** The types that numbers have in files, and how one becomes a {@code float}. */
public enum Elements {
  FLOAT16(2) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return half(bytes.getShort(2 * index));
    }
  },
  BFLOAT16(2) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return Float.intBitsToFloat(bytes.getShort(2 * index) << 16);
    }
  },
  FLOAT32(4) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return bytes.getFloat(4 * index);
    }
  },
  FLOAT64(8) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return (float) bytes.getDouble(8 * index);
    }
  },
  INT8(1) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return bytes.get(index);
    }
  },
  UINT8(1) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return bytes.get(index) & 0xff;
    }
  },
  INT16(2) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return bytes.getShort(2 * index);
    }
  },
  INT32(4) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return bytes.getInt(4 * index);
    }
  },
  INT64(8) {
    @Override
    public float at(ByteBuffer bytes, int index) {
      return bytes.getLong(8 * index);
    }
  };

  private static final int HALF_BIAS = 112;

  private final int bytes;

  Elements(int bytes) {
    this.bytes = bytes;
  }

  /** The number of bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The number at a place of a buffer whose order of bytes is set. */
  public abstract float at(ByteBuffer bytes, int index);

  /** Returns the first numbers of a buffer. */
  public float[] read(ByteBuffer buffer, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = at(buffer, i);
    }
    return values;
  }

  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float small = fraction * 0x1p-24f;
      return sign == 0 ? small : -small;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + HALF_BIAS;
    return Float.intBitsToFloat(sign | (wide << 23) | (fraction << 13));
  }
}
