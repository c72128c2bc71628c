package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.DatasetFile;
import dev.nn.data.mapped.ReadAhead;
import dev.nn.data.mapped.Spill;
import dev.nn.data.mapped.SpilledDataset;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Turns a table that need not fit in memory into a {@link MappedTable}:
 *
 * <pre>{@code
 * MappedTable trips =
 *     Conversion.of(DataFile.of(Path.of("trips.csv")).blocks())
 *         .columns("fare=target")
 *         .to(Path.of("trips.safetensors"));
 * }</pre>
 *
 * <p>The table is read once. What its cells hold is kept meanwhile in a temporary file beside the
 * result, which takes about as much room as the table does as text; then the schema is fitted and
 * the rows are encoded from there. A crash leaves no half result.
 *
 * <p>An instance is a value; each method gives another one.
 */
public final class Conversion {
  private final TableBlocks rows;
  private final String columns;
  private final Consumer<Schema> listener;

  private Conversion(TableBlocks rows, String columns, Consumer<Schema> listener) {
    this.rows = rows;
    this.columns = columns;
    this.listener = listener;
  }

  /** A conversion of which everything is found out. */
  public static Conversion of(TableBlocks rows) {
    return new Conversion(Objects.requireNonNull(rows, "rows"), "", schema -> {});
  }

  /**
   * Says what columns are for, as {@link Schema#infer(TableBlocks, String)} takes it.
   *
   * @param roles such as {@code "id=ignore, zip=categorical, y=target"}
   */
  public Conversion columns(String roles) {
    return new Conversion(rows, Objects.requireNonNull(roles, "roles"), listener);
  }

  /** Has the schema shown when it is found out, before it is fitted. */
  public Conversion onSchema(Consumer<Schema> shown) {
    return new Conversion(rows, columns, Objects.requireNonNull(shown, "shown"));
  }

  /**
   * Finds out and fits a schema, and writes the rows as it encodes them.
   *
   * @throws DataException if the table or a cell cannot be used; the message names the place
   * @throws IOException if the table cannot be read or the file not be written
   */
  public MappedTable to(Path file) throws IOException {
    try (Spill spill = spill(rows.skipping(Schema.ignored(columns)), file)) {
      Schema schema = Schema.infer(spill, columns);
      listener.accept(schema);
      return write(spill, schema.fit(spill), file);
    }
  }

  /**
   * Writes the rows as a schema encodes them that was fitted to other rows, such as a test set by
   * the schema of the training set.
   *
   * @throws DataException if a cell cannot be used
   * @throws IOException if the table cannot be read or the file not be written
   */
  public MappedTable to(Path file, FittedSchema fitted) throws IOException {
    Objects.requireNonNull(fitted, "fitted");
    try (Spill spill = spill(rows.skipping(fitted.ignoredColumns()), file)) {
      spill.fill();
      return write(spill, fitted, file);
    }
  }

  private static Spill spill(TableBlocks rows, Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, not a file");
    }
    if (!Files.isDirectory(parent)) {
      throw new NoSuchFileException(
          parent.toString(), null, "there is no such folder; create it first");
    }
    return Spill.of(new ReadAhead(rows), parent);
  }

  private static MappedTable write(Spill spill, FittedSchema fitted, Path file) throws IOException {
    try {
      DatasetFile.write(
          file, new SpilledDataset(spill, fitted), Map.of(MappedTable.SCHEMA, fitted.text()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return MappedTable.open(file);
  }
}
