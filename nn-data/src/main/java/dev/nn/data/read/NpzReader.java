package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.NumberColumn;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the arrays that {@code numpy.savez} or {@code savez_compressed} wrote, in the order of the
 * file, in which the arrays that were given a name come before the others.
 */
public final class NpzReader {
  private static final int MOST_MEMBERS = 1 << 16;

  private NpzReader() {}

  /**
   * Returns the arrays by name.
   *
   * @throws DataException if the zip file or an array is damaged
   */
  public static Map<String, NumberArray> read(Source source) throws IOException {
    Map<String, NumberArray> arrays = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(source.open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!name.endsWith(".npy") || arrays.size() == MOST_MEMBERS) {
          throw new DataException(
              "%s: %s is no array of numpy.savez".formatted(source.name(), name));
        }
        String key = name.substring(0, name.length() - ".npy".length());
        if (arrays.put(key, NpyReader.read(source.name() + "!" + name, zip)) != null) {
          throw new DataException("%s: two arrays are named %s".formatted(source.name(), key));
        }
      }
    } catch (ZipException | IllegalArgumentException | EOFException e) {
      throw new DataException(
          "%s: the zip file is damaged (%s)".formatted(source.name(), e.getMessage()), e);
    }
    return arrays;
  }

  /**
   * Returns a column for each number in a row of each array. All arrays must have the same number
   * of rows.
   */
  static List<NumberColumn> columns(Source source) throws IOException {
    List<NumberColumn> columns = new ArrayList<>();
    Map<String, NumberArray> arrays = read(source);
    int rows = arrays.values().stream().mapToInt(NumberArray::rows).max().orElse(0);
    arrays.forEach(
        (name, array) -> {
          if (array.rows() != rows) {
            throw new DataException(
                "%s: array %s has %s rows, another has %s; the arrays of one table have the same"
                    .formatted(source.name(), name, array.rows(), rows));
          }
          columns.addAll(array.columns(name));
        });
    return columns;
  }
}
