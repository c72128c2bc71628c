package dev.nn.data.read;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How the numbers of a binary file are written. */
public enum NumberType {
  /** Eight bits without a sign. */
  UNSIGNED_BYTE(1, 0x08, "unsigned bytes"),
  /** Eight bits with a sign. */
  BYTE(1, 0x09, "signed bytes"),
  /** Sixteen bits with a sign. */
  SHORT(2, 0x0b, "16-bit whole numbers"),
  /** Sixteen bits without a sign. */
  UNSIGNED_SHORT(2, 0, "unsigned 16-bit whole numbers"),
  /** Thirty-two bits with a sign. */
  INT(4, 0x0c, "32-bit whole numbers"),
  /** Thirty-two bits without a sign. */
  UNSIGNED_INT(4, 0, "unsigned 32-bit whole numbers"),
  /** Sixty-four bits with a sign. */
  LONG(8, 0, "64-bit whole numbers"),
  /** Sixty-four bits without a sign. */
  UNSIGNED_LONG(8, 0, "unsigned 64-bit whole numbers"),
  /** IEEE 754 half precision. */
  HALF(2, 0, "16-bit floats"),
  /** IEEE 754 single precision. */
  FLOAT(4, 0x0d, "32-bit floats"),
  /** IEEE 754 double precision. */
  DOUBLE(8, 0x0e, "64-bit floats"),
  /** One byte, 0 or 1. */
  FLAG(1, 0, "true or false");

  private final int bytes;
  private final int idxCode;
  private final String plural;

  NumberType(int bytes, int idxCode, String plural) {
    this.bytes = bytes;
    this.idxCode = idxCode;
    this.plural = plural;
  }

  /** Returns the type that has this code in the magic number of an IDX file. */
  public static Optional<NumberType> ofIdx(int code) {
    for (NumberType type : values()) {
      if (code != 0 && type.idxCode == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns how many bytes a number takes. */
  public int bytes() {
    return bytes;
  }

  /** Returns what messages call such numbers. */
  public String plural() {
    return plural;
  }

  /** Returns whether every number of this type is whole. */
  public boolean isWhole() {
    return this != HALF && this != FLOAT && this != DOUBLE;
  }

  /** Returns the number at an index, rounded to the nearest double. */
  double read(ByteBuffer buffer, int index) {
    int at = index * bytes;
    return switch (this) {
      case UNSIGNED_BYTE -> buffer.get(at) & 0xff;
      case BYTE -> buffer.get(at);
      case SHORT -> buffer.getShort(at);
      case UNSIGNED_SHORT -> buffer.getShort(at) & 0xffff;
      case INT -> buffer.getInt(at);
      case UNSIGNED_INT -> buffer.getInt(at) & 0xffff_ffffL;
      case LONG -> buffer.getLong(at);
      case UNSIGNED_LONG -> unsigned(buffer.getLong(at));
      case HALF -> half(buffer.getShort(at));
      case FLOAT -> buffer.getFloat(at);
      case DOUBLE -> buffer.getDouble(at);
      case FLAG -> buffer.get(at) == 0 ? 0 : 1;
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  /**
   * The value of a half, which has 1 bit of sign, 5 bits of exponent with bias 15, and 10 bits of
   * fraction.
   */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24;
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (1024 + fraction), exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
