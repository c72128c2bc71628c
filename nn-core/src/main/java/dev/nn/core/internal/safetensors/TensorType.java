package dev.nn.core.internal.safetensors;

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
}
