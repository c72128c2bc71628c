package dev.nn.core.internal.split;

import dev.nn.core.internal.architecture.CompressedParameters;
import dev.nn.math.Compression;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.CompressedMatrix;
import dev.nn.math.kernel.Kernels;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a model's large weights in panels of some columns, each of which lies in memory row
 * after row. A product of few rows takes as long as reading the weights does, and a panel is read
 * from its beginning to its end, where rows of the weights themselves are pages apart. Made once
 * for a model that predicts often, and shared by all threads. Those of compressed weights hold
 * their codes, which are fewer bytes to read.
 */
public final class Panels {
  /** Zero without vectors. */
  private static final int VECTOR_BITS = Kernels.active().vectorBits();

  /** Kernels compute this many columns of one row at a time: eight vectors. */
  static final int COLUMNS = VECTOR_BITS > 0 ? 8 * VECTOR_BITS / Float.SIZE : 128;

  /**
   * With more rows, as layers have that take several of an example, kernels with vectors of less
   * than 512 bits copy all operands, and the left one again for each panel.
   */
  private static final int MOST_ROWS =
      VECTOR_BITS > 0 && VECTOR_BITS < 512 ? 64 : Integer.MAX_VALUE;

  /** A rest of fewer columns belongs to the panel before. */
  private static final int FEWEST_COLUMNS = 32;

  /** Smaller weights are at home in the cache. */
  private static final int FEWEST_FLOATS = 1 << 16;

  /** Codes become floats once for each row, so that with more rows floats are read faster. */
  private static final int MOST_ROWS_OF_CODES = 3;

  /** A rest of fewer columns is copied as floats, since codes fill panels up. */
  private static final int FEWEST_COLUMNS_OF_CODES = 64;

  /** Floats of smaller weights are read faster than bytes are made floats. */
  private static final int FEWEST_BYTES = 1 << 20;

  /** Copying takes as long as about this many products of one row. */
  private static final int USES_BEFORE = 32;

  private final float[] parameters;
  private final @Nullable CompressedParameters compressed;
  private volatile Weights[] known = {};

  /**
   * @param parameters all parameters of the model, which never change
   * @param compressed the same, if they have been rounded to what a compressed form can hold
   */
  public Panels(float[] parameters, @Nullable CompressedParameters compressed) {
    this.parameters = parameters;
    this.compressed = compressed;
  }

  /** The panels of one matrix of weights. */
  final class Weights {
    private final Matrix matrix;
    private final boolean areCodes;
    private final AtomicInteger uses = new AtomicInteger();
    private volatile Factor @Nullable [] panels;

    private Weights(Matrix matrix) {
      this.matrix = matrix;
      this.areCodes = readsCodes(matrix);
    }

    /** Whether panels are read faster than the weights themselves. */
    private boolean pay(int rows) {
      return areCodes
          ? rows <= MOST_ROWS_OF_CODES
          : rows <= MOST_ROWS && matrix.columns() >= COLUMNS + FEWEST_COLUMNS;
    }

    private boolean isOf(Matrix other) {
      return matrix.offset() == other.offset()
          && matrix.rows() == other.rows()
          && matrix.columns() == other.columns()
          && matrix.stride() == other.stride();
    }

    /** The panels for one more use, or null if they are not there yet. */
    Factor @Nullable [] panels() {
      Factor[] made = panels;
      if (made == null && uses.get() < USES_BEFORE && uses.incrementAndGet() == USES_BEFORE) {
        made = copies();
        panels = made;
      }
      return made;
    }

    private Factor @Nullable [] copies() {
      try {
        int columns = matrix.columns();
        int width = areCodes ? CompressedMatrix.PANEL : COLUMNS;
        int fewest = areCodes ? 1 : FEWEST_COLUMNS;
        Factor[] copies = new Factor[Math.max(1, (columns + width - fewest) / width)];
        for (int p = 0; p < copies.length; p++) {
          int from = p * width;
          int to = p == copies.length - 1 ? columns : from + width;
          copies[p] =
              areCodes && to - from >= FEWEST_COLUMNS_OF_CODES
                  ? new Factor.Codes(Objects.requireNonNull(compressed).codes(matrix, from, to))
                  : new Factor.Floats(copy(from, to));
        }
        return copies;
      } catch (OutOfMemoryError e) {
        // Then products go on to read the weights themselves.
        return null;
      }
    }

    private Matrix copy(int from, int to) {
      Matrix panel = Matrix.padded(matrix.rows(), to - from);
      for (int i = 0; i < matrix.rows(); i++) {
        System.arraycopy(
            matrix.data(), matrix.rowStart(i) + from, panel.data(), panel.rowStart(i), to - from);
      }
      return panel;
    }
  }

  /**
   * What belongs to a matrix, or null if it is none of the large weights.
   *
   * @param rows of the left factor
   */
  @Nullable Weights of(Matrix right, int rows) {
    if (right.data() != parameters || (long) right.rows() * right.columns() < FEWEST_FLOATS) {
      return null;
    }
    Weights found = find(right);
    Weights weights = found != null ? found : add(right);
    return weights.pay(rows) ? weights : null;
  }

  /** Whether codes of a matrix are read faster than floats. */
  private boolean readsCodes(Matrix right) {
    // Without vectors it takes longer to make floats of codes than to read floats.
    return VECTOR_BITS > 0
        && compressed != null
        && compressed.has(right)
        && right.columns() >= FEWEST_COLUMNS_OF_CODES
        && (compressed.compression() != Compression.INT8
            || (long) right.rows() * right.columns() >= FEWEST_BYTES);
  }

  private @Nullable Weights find(Matrix right) {
    for (Weights weights : known) {
      if (weights.isOf(right)) {
        return weights;
      }
    }
    return null;
  }

  private synchronized Weights add(Matrix right) {
    Weights found = find(right);
    if (found != null) {
      return found;
    }
    Weights weights = new Weights(right);
    Weights[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = weights;
    known = more;
    return weights;
  }
}
