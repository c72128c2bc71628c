package dev.nn.core.internal.safetensors;

import java.nio.ByteBuffer;
import java.util.List;

/** Numbers with a name and a shape, to be written to a file. The array is shared, not copied. */
public final class Tensor {
  private final String name;
  private final TensorType type;
  private final List<Long> shape;
  private final float[] floats;
  private final double[] doubles;
  private final int from;
  private final int count;

  private Tensor(
      String name,
      TensorType type,
      List<Long> shape,
      float[] floats,
      double[] doubles,
      int from,
      int count) {
    this.name = name;
    this.type = type;
    this.shape = List.copyOf(shape);
    this.floats = floats;
    this.doubles = doubles;
    this.from = from;
    this.count = count;
  }

  /** A part of an array of floats. */
  public static Tensor of(String name, List<Long> shape, float[] floats, int from, int count) {
    return new Tensor(name, TensorType.F32, shape, floats, new double[0], from, count);
  }

  /** A whole array of floats. */
  public static Tensor of(String name, float[] floats) {
    return of(name, List.of((long) floats.length), floats, 0, floats.length);
  }

  /** A whole array of doubles. */
  public static Tensor of(String name, double[] doubles) {
    return new Tensor(
        name,
        TensorType.F64,
        List.of((long) doubles.length),
        new float[0],
        doubles,
        0,
        doubles.length);
  }

  String name() {
    return name;
  }

  TensorType type() {
    return type;
  }

  List<Long> shape() {
    return shape;
  }

  long byteSize() {
    return (long) count * type.bytes();
  }

  int count() {
    return count;
  }

  /** Puts one number into a buffer; every NaN as the canonical one. */
  void put(int index, ByteBuffer buffer) {
    if (type == TensorType.F32) {
      buffer.putInt(Float.floatToIntBits(floats[from + index]));
    } else {
      buffer.putLong(Double.doubleToLongBits(doubles[index]));
    }
  }
}
