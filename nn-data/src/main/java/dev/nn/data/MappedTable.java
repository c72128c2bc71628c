package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.DatasetFile;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.schema.FittedSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The rows of a table as numbers to train with, in a file that is mapped into memory, with the
 * schema that made them. {@link Conversion} makes such a file. Training on it needs no heap for the
 * rows, and gives the bits that the same rows in memory give:
 *
 * <pre>{@code
 * MappedTable trips = MappedTable.open(Path.of("trips.safetensors"));
 * Network network =
 *     Network.of(trips.schema().shape(), "dense(units=32, activation=relu)", trips.schema().outputLayer());
 * Trainer trainer =
 *     Trainer.builder().loss(trips.schema().loss()).optimizer("adam").epochs(3).build();
 * TabularModel model =
 *     TabularModel.of(trips.schema(), trainer.fit(network, trips.dataset()).model());
 * }</pre>
 *
 * <p>There is nothing to close; {@link DatasetFile} says until when the file must stay as it is.
 */
public final class MappedTable {
  /** The key of the note that holds the schema. */
  static final String SCHEMA = "nn.schema";

  private final DatasetFile file;
  private final FittedSchema schema;

  private MappedTable(DatasetFile file, FittedSchema schema) {
    this.file = file;
    this.schema = schema;
  }

  /**
   * Opens what {@link Conversion} wrote. The header and the size of the file are looked at; its
   * numbers are checked when they are read for the first time.
   *
   * @throws DataException if it is no such file, truncated or changed; the message names the place
   * @throws IOException if it cannot be read
   */
  public static MappedTable open(Path file) throws IOException {
    DatasetFile data = DatasetFile.open(Objects.requireNonNull(file, "file"));
    String text =
        data.note(SCHEMA)
            .orElseThrow(
                () ->
                    new DataException(
                        file + " is a data set without a schema; open it with DatasetFile.open"));
    FittedSchema schema;
    try {
      schema = FittedSchema.parse(text);
    } catch (DataException e) {
      throw new DataException(file + ": " + e.getMessage(), e);
    }
    Shape shape = data.data().shape();
    if (!shape.equals(schema.shape()) || !data.data().targets().equals(schema.targets())) {
      throw new DataException(
          "%s: its schema makes features of shape %s and %s, but the file holds %s and %s; convert the data again"
              .formatted(file, schema.shape(), schema.targets(), shape, data.data().targets()));
    }
    return new MappedTable(data, schema);
  }

  /** How the rows became numbers, and how predictions become words. */
  public FittedSchema schema() {
    return schema;
  }

  /** Number of rows. */
  public int rows() {
    return file.data().rows();
  }

  /** The rows with their targets, to train with; any number of threads may read them. */
  public Dataset dataset() {
    return file.data();
  }

  /**
   * Reads the whole file, to know now whether it is as it was written.
   *
   * @throws DataException if it is not; the message names the bytes
   */
  public void verify() {
    file.verify();
  }

  /** Rows, features, targets and the file. */
  @Override
  public String toString() {
    return file.toString();
  }
}
