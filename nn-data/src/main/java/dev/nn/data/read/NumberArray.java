package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.NumberColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a binary file in the width that they have there, so that bytes, for instance, take
 * an eighth of the memory of doubles.
 *
 * @param file what messages call the file
 * @param type how the numbers are written
 * @param dimensions the sizes of the dimensions
 * @param columnMajor whether the first dimension varies fastest, as in Fortran, instead of the last
 * @param bytes all numbers, with their byte order; not to be changed
 */
public record NumberArray(
    String file, NumberType type, List<Integer> dimensions, boolean columnMajor, ByteBuffer bytes) {
  private static final int MOST_COLUMNS = 1 << 20;
  private static final double FIRST_GAP = 0x1p53;

  /** Copies the dimensions. */
  public NumberArray {
    dimensions = List.copyOf(dimensions);
  }

  /** Returns the number of elements. */
  public int size() {
    return bytes.limit() / type.bytes();
  }

  /** Returns the number at an index, in the order of the file. */
  public double get(int index) {
    return type.read(bytes, index);
  }

  /** Returns the size of the first dimension, or 1 if there are no dimensions. */
  public int rows() {
    return dimensions.isEmpty() ? 1 : dimensions.get(0);
  }

  /**
   * Returns how many numbers a row has, which is the product of all dimensions except the first.
   */
  public int rowSize() {
    return dimensions.stream().skip(1).reduce(1, (a, b) -> a * b);
  }

  /** Returns the sizes of the dimensions as messages show them, such as 3 × 28 × 28. */
  public String shape() {
    return String.join(" × ", dimensions.stream().map(String::valueOf).toList());
  }

  /**
   * Returns a column for each number in a row. The column of an array of one dimension has the
   * given name; those of other arrays have the name followed by "1", "2" and so on. NaN is a
   * missing cell.
   *
   * @throws DataException if a number is infinite, or if there are too many columns
   */
  public List<NumberColumn> columns(String name) {
    int width = rowSize();
    int rows = rows();
    if (width > MOST_COLUMNS) {
      throw new DataException(
          "%s: an array of %s has %s numbers a row; a table has at most %s columns"
              .formatted(file, shape(), width, MOST_COLUMNS));
    }
    checkNumbers();
    List<NumberColumn> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      String columnName = dimensions.size() < 2 ? name : name + (i + 1);
      columns.add(
          columnMajor
              ? NumberColumn.view(columnName, rows, row -> get(columnMajorIndex(row, column)))
              : NumberColumn.view(columnName, rows, row -> get(row * width + column)));
    }
    return columns;
  }

  private int columnMajorIndex(int row, int column) {
    int index = 0;
    int rest = column;
    for (int d = dimensions.size() - 1; d > 0; d--) {
      index = (index + rest % dimensions.get(d)) * dimensions.get(d - 1);
      rest /= dimensions.get(d);
    }
    return index + row;
  }

  private void checkNumbers() {
    for (int i = 0; i < size(); i++) {
      double value = get(i);
      if (Double.isInfinite(value)) {
        throw new DataException(
            "%s: element %s is %s; numbers are finite".formatted(file, i, value));
      }
      if (type.isWhole() && Math.abs(value) >= FIRST_GAP) {
        throw new DataException(
            "%s: element %s, about %s, is 2^53 or more, where double precision has gaps; subtract an"
                    .formatted(file, i, value)
                + " offset, or save it as text");
      }
    }
  }
}
