package dev.nn.math;

import java.util.Arrays;
import java.util.Objects;

/**
 * A view of a {@code float} array as a matrix of rows and columns, stored row by row: the element
 * in row {@code i} and column {@code j} is {@code data[offset + i·stride + j]}.
 *
 * <p>Examples, weights and gradients are all passed around in this form. Where a matrix holds a
 * batch, each row is one example.
 *
 * <pre>{@code
 * Matrix x = Matrix.copyOf(new float[][] {{1, 2, 3}, {4, 5, 6}});
 * float last = x.get(1, 2); // 6
 * Matrix left = x.columns(0, 2); // shares the elements of x
 * left.fill(0); // x is {{0, 0, 3}, {0, 0, 6}} now
 * }</pre>
 *
 * <p>{@link #get} and {@link #set} check their indices, which is convenient but slow in inner
 * loops. Those go over the array itself:
 *
 * <pre>{@code
 * float[] data = x.data();
 * for (int i = 0; i < x.rows(); i++) {
 *   int start = x.rowStart(i);
 *   for (int j = 0; j < x.columns(); j++) {
 *     data[start + j] *= 2;
 *   }
 * }
 * }</pre>
 *
 * <p>The geometry of a matrix never changes. Its elements do, for they are those of the array, and
 * every view of the array sees the change. A matrix does not synchronise: any number of threads may
 * read it at once, but threads that write must keep to disjoint elements.
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
   * Returns a new matrix whose elements are all 0.
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
   * Returns a new matrix of zeros that is laid out for kernels which work on whole vectors.
   *
   * <p>Its rows start a multiple of 16 floats apart and, where the array is large, at the beginning
   * of a cache line. What lies between the end of a row and the start of the next belongs to
   * nobody, so a kernel may finish a row with a whole vector and need no loop for the rest; see
   * {@link #padding}.
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
   * Returns a new matrix that holds a copy of the given rows. An array of no rows gives a matrix of
   * 0 × 0.
   *
   * @throws IllegalArgumentException if the rows differ in length; the message names the first one
   *     that differs from row 0
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

  /**
   * Returns a matrix of one row, which is a view of the whole array: {@code Matrix.rowOf(1, 2, 3)}
   * is 1 × 3. A change of the array is a change of the matrix.
   */
  public static Matrix rowOf(float... data) {
    return new Matrix(data, 0, 1, data.length, data.length, 0);
  }

  /**
   * Returns a view of a part of an array, which it shares.
   *
   * <p>For instance, {@code Matrix.view(data, 2, 3, 4, 10)} consists of the elements 2 to 5, 12 to
   * 15 and 22 to 25 of {@code data}.
   *
   * @param data the array to look at
   * @param offset index of the element in row 0 and column 0
   * @param rows number of rows
   * @param columns number of columns
   * @param stride distance between the starts of two rows, at least {@code columns}
   * @throws IndexOutOfBoundsException if a number is negative, the stride is less than the number
   *     of columns, or an element would lie outside the array
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

  /**
   * Returns the array behind this view. It is shared, not copied, and may hold elements that do not
   * belong to this matrix.
   */
  public float[] data() {
    return data;
  }

  /** Returns the index in {@link #data} of the element in row 0 and column 0. */
  public int offset() {
    return offset;
  }

  /** Returns the number of rows, which may be 0. */
  public int rows() {
    return rows;
  }

  /** Returns the number of columns, which may be 0. */
  public int columns() {
    return columns;
  }

  /**
   * Returns the distance in {@link #data} between the starts of two rows. It equals the number of
   * columns where the rows follow each other without a gap.
   */
  public int stride() {
    return stride;
  }

  /**
   * Returns the number of floats after each row, the last included, that belong to this matrix
   * without being elements of it: whoever writes the row may leave anything there. It is 0 unless
   * the matrix was made by {@link #padded} or consists of whole rows of one that was.
   */
  public int padding() {
    return padding;
  }

  /** Returns the number of elements, {@code rows · columns}. */
  public int size() {
    return rows * columns;
  }

  /**
   * Returns the index in {@link #data} at which a row starts, for loops over the array. The row is
   * not checked.
   */
  public int rowStart(int row) {
    return offset + row * stride;
  }

  /**
   * Returns one element.
   *
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public float get(int row, int column) {
    return data[checkedIndex(row, column)];
  }

  /**
   * Replaces one element.
   *
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public void set(int row, int column, float value) {
    data[checkedIndex(row, column)] = value;
  }

  private int checkedIndex(int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    return offset + row * stride + column;
  }

  /**
   * Returns a view of some rows, for instance of the examples that one thread works on.
   *
   * @param from the first row
   * @param to the row after the last
   * @throws IndexOutOfBoundsException if the range does not lie within the rows
   */
  public Matrix rows(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new Matrix(data, offset + from * stride, to - from, columns, stride, padding);
  }

  /**
   * Returns a view of some columns, for instance of the features without the target.
   *
   * @param from the first column
   * @param to the column after the last
   * @throws IndexOutOfBoundsException if the range does not lie within the columns
   */
  public Matrix columns(int from, int to) {
    Objects.checkFromToIndex(from, to, columns);
    return new Matrix(data, offset + from, rows, to - from, stride, 0);
  }

  /**
   * Gives every element the same value. Elements of the array that do not belong to this matrix
   * keep theirs.
   */
  public void fill(float value) {
    for (int i = 0; i < rows; i++) {
      int start = rowStart(i);
      Arrays.fill(data, start, start + columns, value);
    }
  }

  /**
   * Copies every element to another matrix of the same shape, whose offset and stride may differ.
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

  /**
   * Returns a copy of one row.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public float[] row(int row) {
    Objects.checkIndex(row, rows);
    int start = rowStart(row);
    return Arrays.copyOfRange(data, start, start + columns);
  }

  /** Returns a copy of all rows, as {@link #copyOf} takes them. */
  public float[][] toArray() {
    float[][] copy = new float[rows][];
    for (int i = 0; i < rows; i++) {
      copy[i] = row(i);
    }
    return copy;
  }

  /** Returns the dimensions, as messages state them: {@code 3 × 4 matrix}. */
  @Override
  public String toString() {
    return rows + " × " + columns + " matrix";
  }
}
