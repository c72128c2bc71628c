package dev.nn.core.internal.safetensors;

import java.nio.ByteBuffer;

/** The types of numbers that our files hold. */
public enum TensorType {
  F32(Float.BYTES),
  F64(Double.BYTES),
  /** The upper half of an F32. */
  BF16(Short.BYTES),
  I8(Byte.BYTES);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The next number of a buffer, if every one of this type is a float too. */
  float readFloat(ByteBuffer numbers) throws FormatException {
    return switch (this) {
      case F32 -> numbers.getFloat();
      case BF16 -> Float.intBitsToFloat(numbers.getShort() << Short.SIZE);
      case I8 -> numbers.get();
      case F64 -> throw new FormatException(Long.BYTES, "a tensor of type F64 is none of a model");
    };
  }
}
