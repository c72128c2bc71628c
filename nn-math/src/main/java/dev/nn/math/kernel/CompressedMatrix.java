package dev.nn.math.kernel;

import dev.nn.math.Compression;
import dev.nn.math.Matrix;
import java.util.Arrays;

/**
 * A matrix of compressed weights, as the right factor of products of few rows. These take as long
 * as reading the matrix does, so fewer bytes are less time.
 *
 * <p>The columns are cut into panels of {@value #PANEL}, the last filled up with zeros. A panel
 * lies in memory row after row. A row is packed into whole ints, of which each holds the codes of
 * columns that are far apart: where an int holds n codes, int i of a row of a panel holds those of
 * the columns i, i + {@value #PANEL}/n, i + 2·{@value #PANEL}/n, …, the first of them in the lowest
 * bits. So a vector of ints becomes n vectors of neighbouring columns by shifts alone. Codes of
 * {@link Compression#INT8} lie there plus {@value #OFFSET}, so that they have no sign.
 */
public final class CompressedMatrix {
  /** Columns of a panel. */
  public static final int PANEL = 128;

  /** What is added to an {@link Compression#INT8} code. */
  public static final int OFFSET = 128;

  private final Compression compression;
  private final int rows;
  private final int columns;
  private final float[] scales;
  private final int[] codes;

  private CompressedMatrix(Matrix weights, Compression compression, float[] scales) {
    this.compression = compression;
    this.rows = weights.rows();
    this.columns = weights.columns();
    this.scales = Arrays.copyOf(scales, panels() * PANEL);
    long ints = (long) panels() * rows * intsOfARow();
    if (ints > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a compressed " + weights + " does not fit in one array");
    }
    this.codes = new int[(int) ints];
    for (int i = 0; i < rows; i++) {
      int start = weights.rowStart(i);
      for (int j = 0; j < columns; j++) {
        put(i, j, compression.encode(weights.data()[start + j], scales[j]));
      }
    }
  }

  /**
   * Compresses a copy of a matrix.
   *
   * @param weights finite numbers
   * @param scales of the columns
   * @throws IllegalArgumentException if there is not one scale for each column, or the codes do not
   *     fit in one array
   */
  public static CompressedMatrix of(Matrix weights, Compression compression, float[] scales) {
    if (scales.length != weights.columns()) {
      throw new IllegalArgumentException(
          "%s scales for the columns of a %s".formatted(scales.length, weights));
    }
    return new CompressedMatrix(weights, compression, scales);
  }

  private void put(int row, int column, int code) {
    codes[intOf(row, column)] |= ((code + offset()) & mask()) << shift(column);
  }

  private int offset() {
    return compression == Compression.INT8 ? OFFSET : 0;
  }

  private int mask() {
    return (1 << compression.bits()) - 1;
  }

  private int intOf(int row, int column) {
    return panelStart(column / PANEL) + row * intsOfARow() + column % PANEL % intsOfARow();
  }

  private int shift(int column) {
    return column % PANEL / intsOfARow() * compression.bits();
  }

  /** The float that the code in a place stands for. */
  public float get(int row, int column) {
    int code = (codes[intOf(row, column)] >>> shift(column)) & mask();
    return compression.decode(code - offset(), scales[column]);
  }

  /** The form of the codes. */
  public Compression compression() {
    return compression;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns, without those that fill the last panel up. */
  public int columns() {
    return columns;
  }

  /** Number of panels. */
  public int panels() {
    return (columns + PANEL - 1) / PANEL;
  }

  /** Ints of one row of a panel. */
  public int intsOfARow() {
    return PANEL * compression.bits() / Integer.SIZE;
  }

  /** Where a panel begins among the {@link #codes}. */
  public int panelStart(int panel) {
    return panel * rows * intsOfARow();
  }

  /** All codes; the array itself. */
  public int[] codes() {
    return codes;
  }

  /**
   * The scales of the columns, and zeros for those that fill the last panel up; the array itself.
   */
  public float[] scales() {
    return scales;
  }

  /** The shape and the form, for messages. */
  @Override
  public String toString() {
    return rows + " × " + columns + " matrix of " + compression;
  }
}
