package dev.nn.spark.cluster;

import dev.nn.api.DataException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a cell, which is a vector, an array or a number. */
public final class Numbers {
  private Numbers() {}

  /** How many numbers a cell has. */
  public static int count(Row row, int column, String name) {
    Object cell = cell(row, column, name);
    if (cell instanceof Vector vector) {
      return vector.size();
    }
    return cell instanceof Number ? 1 : list(row, column).size();
  }

  /**
   * Copies the numbers of a cell as they are, after a look whether floats can hold them.
   *
   * @throws DataException if there are more or fewer than there is room for, or one is missing or
   *     no finite float; the message names the column, but not the row
   */
  public static void read(Row row, int column, String name, double[] into) {
    Object cell = cell(row, column, name);
    int expected = into.length;
    int found = count(row, column, name);
    if (found != expected) {
      throw new DataException(
          "column %s has %s numbers, but those before had %s".formatted(name, found, expected));
    }
    if (cell instanceof SparseVector sparse) {
      Arrays.fill(into, 0);
      for (int i = 0; i < sparse.indices().length; i++) {
        int index = sparse.indices()[i];
        into[index] = finite(sparse.values()[i], name, index, expected);
      }
    } else if (cell instanceof Vector dense) {
      for (int i = 0; i < expected; i++) {
        into[i] = finite(dense.apply(i), name, i, expected);
      }
    } else if (cell instanceof Number number) {
      into[0] = finite(number.doubleValue(), name, 0, expected);
    } else {
      List<@Nullable Number> list = list(row, column);
      for (int i = 0; i < expected; i++) {
        Number number = list.get(i);
        if (number == null) {
          throw new DataException("column %s has no number at [%s]".formatted(name, i));
        }
        into[i] = finite(number.doubleValue(), name, i, expected);
      }
    }
  }

  private static List<@Nullable Number> list(Row row, int column) {
    return row.getList(column);
  }

  private static Object cell(Row row, int column, String name) {
    Object cell = row.get(column);
    if (cell == null) {
      throw new DataException(
          "column %s is null; leave such rows out, as in dataset.na().drop(new String[] {\"%s\"})"
              .formatted(name, name));
    }
    return cell;
  }

  private static double finite(double number, String name, int index, int of) {
    if (!Float.isFinite((float) number)) {
      throw new DataException(
          "column %s%s is %s, which is not a finite float"
              .formatted(name, of == 1 ? "" : "[" + index + "]", number));
    }
    return number;
  }
}
