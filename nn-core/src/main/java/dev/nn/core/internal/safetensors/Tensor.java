package dev.nn.core.internal.safetensors;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Numbers with a name and a shape, to be written to a file. What they are in is shared, not copied.
 */
public final class Tensor {
  private final String name;
  private final TensorType type;
  private final List<Long> shape;
  private final int count;
  private final Numbers numbers;

  /** Puts the number with an index into a buffer. */
  public interface Numbers {
    void put(int index, ByteBuffer buffer);
  }

  private Tensor(String name, TensorType type, List<Long> shape, int count, Numbers numbers) {
    this.name = name;
    this.type = type;
    this.shape = List.copyOf(shape);
    this.count = count;
    this.numbers = numbers;
  }

  /** A part of an array of floats; every NaN is written as the canonical one. */
  public static Tensor of(String name, List<Long> shape, float[] floats, int from, int count) {
    return new Tensor(
        name,
        TensorType.F32,
        shape,
        count,
        (i, buffer) -> buffer.putInt(Float.floatToIntBits(floats[from + i])));
  }

  /** A whole array of floats. */
  public static Tensor of(String name, float[] floats) {
    return of(name, List.of((long) floats.length), floats, 0, floats.length);
  }

  /** A whole array of doubles; every NaN is written as the canonical one. */
  public static Tensor of(String name, double[] doubles) {
    return new Tensor(
        name,
        TensorType.F64,
        List.of((long) doubles.length),
        doubles.length,
        (i, buffer) -> buffer.putLong(Double.doubleToLongBits(doubles[i])));
  }

  /** Numbers of some type, of which the given one puts as many bytes as the type has. */
  public static Tensor of(
      String name, TensorType type, List<Long> shape, int count, Numbers numbers) {
    return new Tensor(name, type, shape, count, numbers);
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

  void put(int index, ByteBuffer buffer) {
    numbers.put(index, buffer);
  }
}
