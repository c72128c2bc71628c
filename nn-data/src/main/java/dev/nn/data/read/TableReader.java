package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a table of any format. */
public final class TableReader {
  private TableReader() {}

  /**
   * Finds out the format and reads the table.
   *
   * @throws DataException if the file cannot be used; the message names the place in it
   */
  public static Table read(Source source, ReadOptions options) throws IOException {
    FileFormat format = format(source, options);
    return switch (format) {
      case CSV -> CsvTable.of(source, options, "CSV").table();
      case ARFF -> ArffTable.read(source);
      case LIBSVM -> noted("LIBSVM", LibsvmTable.read(source, options));
      case IDX -> table(source, "IDX", IdxReader.read(source).columns("column"));
      case NPZ -> table(source, "npz", NpzReader.columns(source));
      case NPY -> {
        try (InputStream in = source.open()) {
          yield table(source, "npy", NpyReader.read(source.name(), in).columns("column"));
        }
      }
    };
  }

  /**
   * Finds out the format and reads in pieces, where the format lets one: CSV and ARFF. Of LIBSVM
   * the number of columns is known at the end only, and arrays are in memory as they are in the
   * file: these are read as a whole, and a note says so.
   *
   * @throws DataException if the file cannot be used; the message names the place in it
   */
  public static TableBlocks blocks(Source source, ReadOptions options) throws IOException {
    FileFormat format = format(source, options);
    return switch (format) {
      case CSV -> CsvTable.of(source, options, "CSV");
      case ARFF -> ArffTable.blocks(source);
      default -> {
        Table whole = read(source, options);
        List<String> notes = new ArrayList<>(whole.notes());
        notes.add("read into memory as a whole: of this format there is no reading in pieces");
        yield TableBlocks.of(Table.of(whole.source(), whole.columns(), notes));
      }
    };
  }

  /** The format, which what was said about the file has to fit. */
  private static FileFormat format(Source source, ReadOptions options) throws IOException {
    FileFormat format = FileFormat.of(source);
    boolean isParted =
        options.separator().filter(part -> !Character.isWhitespace(part)).isPresent();
    if (format == FileFormat.LIBSVM && isParted) {
      return FileFormat.CSV;
    }
    if (format != FileFormat.CSV) {
      options
          .ofCsv()
          .ifPresent(
              option -> {
                throw new DataException(
                    "%s is no CSV file but %s, for which %s says nothing; leave it out"
                        .formatted(source.name(), format, option));
              });
    }
    return format;
  }

  private static Table table(Source source, String format, List<NumberColumn> columns) {
    if (columns.isEmpty() || columns.get(0).rows() == 0) {
      throw new DataException(source.name() + ": no rows");
    }
    return Table.of(source.name(), columns, List.of(format));
  }

  private static Table noted(String format, Table table) {
    List<String> notes = new ArrayList<>();
    notes.add(format);
    notes.addAll(table.notes());
    return Table.of(table.source(), table.columns(), notes);
  }
}
