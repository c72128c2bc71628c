package dev.nn.core.internal.mapped;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.saved.DatasetMetadata;
import dev.nn.core.message.Plural;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Examples that stay in their file. Classes are indices there, and become one-hot rows here. */
public final class MappedDataset implements Dataset {
  private final Path file;
  private final MappedLayout layout;
  private final MappedBytes numbers;
  private final int features;

  private MappedDataset(Path file, MappedLayout layout, MappedBytes numbers) {
    this.file = file;
    this.layout = layout;
    this.numbers = numbers;
    this.features = layout.shape().size();
  }

  /**
   * Opens a file that {@link DatasetWriter} wrote.
   *
   * @throws DataException if it is none, or not whole
   * @throws IOException if it cannot be read
   */
  public static MappedDataset open(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(file + " is a folder, a pipe or a device, not a file");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedLayout layout = MappedLayout.read(file, channel);
      long longest = (long) Float.BYTES * Math.max(layout.shape().size(), layout.targetColumns());
      return new MappedDataset(file, layout, MappedBytes.map(file, channel, layout, longest));
    }
  }

  /** What the file says besides. */
  public DatasetMetadata metadata() {
    return layout.metadata();
  }

  /**
   * Reads all that was not read yet.
   *
   * @throws DataException if a byte is not as it was written
   */
  public void verify() {
    numbers.checkAll();
  }

  @Override
  public int rows() {
    return layout.rows();
  }

  @Override
  public Shape shape() {
    return layout.shape();
  }

  @Override
  public List<String> featureNames() {
    return layout.metadata().features();
  }

  @Override
  public Targets targets() {
    return layout.metadata().targets();
  }

  @Override
  public double weight(int row) {
    checkRow(row);
    return layout.weights().isEmpty()
        ? 1
        : numbers.readDouble(layout.weights().get() + (long) row * Double.BYTES);
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    checkRow(row);
    numbers.read((long) row * features * Float.BYTES, into.data(), into.rowStart(at), features);
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    checkRow(row);
    int columns = layout.targetColumns();
    long offset = layout.targets() + (long) row * columns * Float.BYTES;
    int start = into.rowStart(at);
    if (!(targets() instanceof Targets.Classes)) {
      numbers.read(offset, into.data(), start, columns);
      return;
    }
    numbers.read(offset, into.data(), start, 1);
    float index = into.data()[start];
    if (!(index >= 0 && index < into.columns())) {
      throw new DataException(
          "%s, row %s: %s is not the index of one of %s"
              .formatted(file, row, index, Plural.of(into.columns(), "class")));
    }
    Arrays.fill(into.data(), start, start + into.columns(), 0);
    into.set(at, (int) index, 1);
  }

  private void checkRow(int row) {
    Objects.checkIndex(row, layout.rows());
  }

  /** Rows, features, targets and the file. */
  @Override
  public String toString() {
    return "%s, %s, %s, mapped from %s"
        .formatted(Plural.of(rows(), "row"), Plural.of(features, "feature"), targets(), file);
  }
}
