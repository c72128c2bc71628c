package dev.nn.onnx.read;

import java.util.Arrays;

/** A value that is known: floats, or whole numbers. Without dimensions, it is a single number. */
final class Constant {
  private final long[] dims;
  private final float[] floats;
  private final long[] integers;
  private final boolean isFloat;

  private Constant(long[] dims, float[] floats, long[] integers, boolean isFloat) {
    this.dims = dims;
    this.floats = floats;
    this.integers = integers;
    this.isFloat = isFloat;
  }

  long[] dims() {
    return dims;
  }

  /** The numbers, if they are floats. */
  float[] floats() {
    return floats;
  }

  /** The numbers, if they are whole. */
  long[] integers() {
    return integers;
  }

  boolean isFloat() {
    return isFloat;
  }

  static Constant of(long[] dims, float[] floats) {
    return new Constant(dims, floats, new long[0], true);
  }

  static Constant of(long[] dims, long[] integers) {
    return new Constant(dims, new float[0], integers, false);
  }

  int size() {
    return isFloat ? floats.length : integers.length;
  }

  /** Whether it is one float, whatever its dimensions. */
  boolean isNumber() {
    return isFloat && floats.length == 1;
  }

  /** Whether it is a row of so many floats, for the last dimension of a value. */
  boolean isRow(int n) {
    return isFloat && floats.length == n && (dims.length == 0 || last() == n);
  }

  private long last() {
    return dims[dims.length - 1];
  }

  boolean isMatrix() {
    return isFloat && dims.length == 2;
  }

  /** One number becomes n of them. */
  float[] row(int n) {
    float[] row = floats.clone();
    if (floats.length == 1) {
      row = new float[n];
      Arrays.fill(row, floats[0]);
    }
    return row;
  }

  Constant withDims(long... other) {
    return new Constant(other, floats, integers, isFloat);
  }

  /** The transpose of a matrix. */
  Constant transposed() {
    int rows = (int) dims[0];
    int columns = (int) dims[1];
    float[] turned = new float[floats.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = floats[i * columns + j];
      }
    }
    return of(new long[] {columns, rows}, turned);
  }
}
