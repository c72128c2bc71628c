package dev.nn.core;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.mapped.DatasetWriter;
import dev.nn.core.internal.mapped.MappedDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A data set in a file, for examples that do not fit in memory. The file is mapped: the operating
 * system keeps in memory what is used, outside of Java's heap, and training reads from there.
 *
 * <pre>{@code
 * DatasetFile.write(Path.of("flowers.safetensors"), flowers, Map.of());
 * Dataset mapped = DatasetFile.open(Path.of("flowers.safetensors")).data();
 * }</pre>
 *
 * <p>A network trained on the mapped examples has the bits of one that was trained on the same
 * examples in memory, with the same seed.
 *
 * <p>The file is one of safetensors, which Python reads: a tensor {@code features} with a row for
 * each example, {@code targets} (of classes the index), {@code weights} if there are any, and
 * {@code checksums} that are compared when a part of the file is read for the first time. Opening
 * it looks at the header and the size alone.
 *
 * <p>There is nothing to close. The file is unmapped when the data set is no longer used and
 * collected as garbage; until then nobody may change it or cut it off, and Windows does not let it
 * be deleted. To replace it by a new one of the same name, as {@link #write} does, is safe where
 * the system allows it: who has the old one goes on reading that.
 */
public final class DatasetFile {
  private final MappedDataset data;

  private DatasetFile(MappedDataset data) {
    this.data = data;
  }

  /**
   * Writes a data set, whose rows are asked for in order. A crash leaves the old file or the new
   * one.
   *
   * @param notes texts that travel with the data, by key
   * @throws DataException if it has no rows or a number is not finite
   * @throws IOException if the file cannot be written; what was there before is still there
   */
  public static void write(Path file, Dataset data, Map<String, String> notes) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(notes, "notes");
    DatasetWriter.write(file, data, notes);
  }

  /**
   * Opens what {@link #write} wrote.
   *
   * @throws DataException if it is no data set, a truncated one, or its header was changed; the
   *     message names the file and the byte
   * @throws IOException if the file cannot be read
   */
  public static DatasetFile open(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return new DatasetFile(MappedDataset.open(file));
  }

  /**
   * The examples. Reading one throws a {@link DataException} if the part of the file that it is in
   * was changed or damaged since it was written, or was cut off since it was opened.
   */
  public Dataset data() {
    return data;
  }

  /** The text that was written with the data under a key. */
  public Optional<String> note(String key) {
    return Optional.ofNullable(data.metadata().notes().get(Objects.requireNonNull(key, "key")));
  }

  /**
   * Reads the whole file, to know now whether it is as it was written.
   *
   * @throws DataException if it is not; the message names the bytes
   */
  public void verify() {
    data.verify();
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
