package dev.nn.math;

import java.util.Arrays;
import java.util.Objects;

/**
 * A rows × columns view of a {@code float} array, row-major: the element in row {@code i} and
 * column {@code j} is {@code data[offset + i·stride + j]}.
 *
 * <p>The geometry never changes; the elements are those of the array, so a view made with {@link
 * #rows} or {@link #columns} shares them. A matrix does not synchronise: threads that write must
 * keep to disjoint elements. Where a batch is stored, each row is one example.
 */
public final class Matrix {
  private final float[] data;
  private final int offset;
  private final int rows;
  private final int columns;
  private final int stride;
  private final int padding;

  private Matrix(float[] data, int offset, int rows, int columns, int stride, int padding) {
    this.padding = padding;
    this.data = data;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
  }

  /**
   * A new matrix of zeros.
   *
   * @throws IllegalArgumentException if a dimension is negative or the elements do not fit in one
   *     array
   */
  public static Matrix zeros(int rows, int columns) {
    checkDimensions(rows, columns);
    float[] data = array((long) rows * columns, rows, columns);
    return new Matrix(data, 0, rows, columns, columns, 0);
  }

  private static void checkDimensions(int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("negative dimension: " + rows + " × " + columns);
    }
  }

  private static float[] array(long size, int rows, int columns) {
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          rows + " × " + columns + " floats do not fit in one array");
    }
    return new float[(int) size];
  }

  /**
   * A new matrix of zeros whose rows start a multiple of 16 floats apart, at the beginning of a
   * cache line where the array is large, so that kernels may run over whole vectors: what lies
   * between two rows belongs to nobody; see {@link #padding}.
   *
   * @throws IllegalArgumentException if a dimension is negative or the elements do not fit in one
   *     array
   */
  public static Matrix padded(int rows, int columns) {
    checkDimensions(rows, columns);
    long stride = (columns + CacheLines.FLOATS - 1L) / CacheLines.FLOATS * CacheLines.FLOATS;
    if (stride > 0 && stride % CacheLines.CONFLICT == 0) {
      stride += CacheLines.FLOATS;
    }
    float[] data = array(CacheLines.FIRST + rows * stride, rows, columns);
    int step = (int) stride;
    return new Matrix(data, CacheLines.FIRST, rows, columns, step, step - columns);
  }

  /**
   * A new matrix with a copy of the given rows.
   *
   * @throws IllegalArgumentException if the rows differ in length, naming the first that does
   */
  public static Matrix copyOf(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    Matrix copy = zeros(rows.length, columns);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "row " + i + " has " + rows[i].length + " columns, row 0 has " + columns);
      }
      System.arraycopy(rows[i], 0, copy.data, i * columns, columns);
    }
    return copy;
  }

  /** A view of the whole array as one row. */
  public static Matrix rowOf(float... data) {
    return new Matrix(data, 0, 1, data.length, data.length, 0);
  }

  /**
   * A view of part of an array.
   *
   * @param stride distance between the starts of two rows, at least {@code columns}
   * @throws IndexOutOfBoundsException if an element would lie outside the array
   */
  public static Matrix view(float[] data, int offset, int rows, int columns, int stride) {
    Objects.requireNonNull(data, "data");
    if (offset < 0 || rows < 0 || columns < 0 || stride < columns) {
      throw new IndexOutOfBoundsException(
          "offset %s, %s × %s, stride %s".formatted(offset, rows, columns, stride));
    }
    long end = rows == 0 || columns == 0 ? offset : offset + (rows - 1L) * stride + columns;
    if (end > data.length) {
      throw new IndexOutOfBoundsException(
          "offset %s, %s × %s, stride %s ends at %s of an array of %s floats"
              .formatted(offset, rows, columns, stride, end, data.length));
    }
    return new Matrix(data, offset, rows, columns, stride, 0);
  }

  /** The array behind this view, shared. */
  public float[] data() {
    return data;
  }

  /** Index in {@link #data} of the element in row 0 and column 0. */
  public int offset() {
    return offset;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Distance in {@link #data} between the starts of two rows. */
  public int stride() {
    return stride;
  }

  /**
   * Number of floats after each row, the last included, that belong to this matrix: whoever writes
   * the row may leave anything there. 0 unless the matrix is {@link #padded} or some rows of one
   * that is.
   */
  public int padding() {
    return padding;
  }

  /** Number of elements, {@code rows × columns}. */
  public int size() {
    return rows * columns;
  }

  /** Index in {@link #data} of the start of a row; for loops over the array. */
  public int rowStart(int row) {
    return offset + row * stride;
  }

  /** The element in row {@code row} and column {@code column}. */
  public float get(int row, int column) {
    return data[checkedIndex(row, column)];
  }

  /** Replaces the element in row {@code row} and column {@code column}. */
  public void set(int row, int column, float value) {
    data[checkedIndex(row, column)] = value;
  }

  private int checkedIndex(int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    return offset + row * stride + column;
  }

  /** A view of the rows {@code from} (inclusive) to {@code to} (exclusive). */
  public Matrix rows(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new Matrix(data, offset + from * stride, to - from, columns, stride, padding);
  }

  /** A view of the columns {@code from} (inclusive) to {@code to} (exclusive). */
  public Matrix columns(int from, int to) {
    Objects.checkFromToIndex(from, to, columns);
    return new Matrix(data, offset + from, rows, to - from, stride, 0);
  }

  /** Sets every element. */
  public void fill(float value) {
    for (int i = 0; i < rows; i++) {
      int start = rowStart(i);
      Arrays.fill(data, start, start + columns, value);
    }
  }

  /**
   * Copies every element to a matrix of the same shape.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public void copyTo(Matrix target) {
    if (target.rows != rows || target.columns != columns) {
      throw new IllegalArgumentException("cannot copy a " + this + " to a " + target);
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(data, rowStart(i), target.data, target.rowStart(i), columns);
    }
  }

  /** A copy of one row. */
  public float[] row(int row) {
    Objects.checkIndex(row, rows);
    int start = rowStart(row);
    return Arrays.copyOfRange(data, start, start + columns);
  }

  /** A copy of all rows. */
  public float[][] toArray() {
    float[][] copy = new float[rows][];
    for (int i = 0; i < rows; i++) {
      copy[i] = row(i);
    }
    return copy;
  }

  /** The dimensions, for messages: {@code 3 × 4 matrix}. */
  @Override
  public String toString() {
    return rows + " × " + columns + " matrix";
  }
}
