package dev.nn.core.internal.mapped;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.safetensors.FormatException;
import dev.nn.core.internal.safetensors.HeaderParser;
import dev.nn.core.internal.safetensors.TensorEntry;
import dev.nn.core.internal.safetensors.TensorHeader;
import dev.nn.core.internal.safetensors.TensorType;
import dev.nn.core.internal.saved.DatasetMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything is in the file of a data set, as its header says, which is whole.
 *
 * @param metadata what the header says besides
 * @param rows number of examples
 * @param shape of the features of one
 * @param targetColumns numbers of a target in the file: for classes one, the index
 * @param dataStart byte of the file at which the features begin
 * @param weights byte of the data at which the weights begin
 * @param dataBytes bytes of features, targets and weights
 * @param sums the checksum of each block of the data
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MappedLayout(
    DatasetMetadata metadata,
    int rows,
    Shape shape,
    int targetColumns,
    long dataStart,
    Optional<Long> weights,
    long dataBytes,
    double[] sums) {
  static final String FEATURES = "features";
  static final String TARGETS = "targets";
  static final String WEIGHTS = "weights";
  static final String CHECKSUMS = "checksums";

  /** What readers of safetensors take at most. */
  static final int MAX_HEADER = 100_000_000;

  private static final int MOST_COLUMNS = 1 << 26;

  /** Byte of the data at which the targets begin. */
  long targets() {
    return (long) rows * shape.size() * Float.BYTES;
  }

  /**
   * Reads a header and checks it against the file.
   *
   * @throws DataException if it is none, or not all of the file is there
   */
  static MappedLayout read(Path file, FileChannel channel) throws IOException {
    try {
      return new Reading(channel).layout();
    } catch (FormatException e) {
      throw new DataException("%s, byte %s: %s".formatted(file, e.offset(), e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new DataException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static final class Reading {
    private final FileChannel channel;
    private final long size;

    Reading(FileChannel channel) throws IOException {
      this.channel = channel;
      this.size = channel.size();
    }

    MappedLayout layout() throws IOException, FormatException {
      byte[] length = bytes(0, Long.BYTES, "it ends before the length of its header");
      long headerBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (headerBytes < 2 || headerBytes > MAX_HEADER) {
        throw new FormatException(
            0, "this is no data set: the length of its header would be " + headerBytes);
      }
      byte[] text = bytes(Long.BYTES, (int) headerBytes, "it ends in its header");
      TensorHeader header = HeaderParser.parse(text, Long.BYTES);
      DatasetMetadata metadata = DatasetMetadata.of(header.metadata());
      long dataStart = Long.BYTES + headerBytes;
      checkSize(dataStart + header.dataSize());
      List<TensorEntry> tensors = header.tensors();
      List<String> names = tensors.stream().map(TensorEntry::name).toList();
      boolean hasWeights = names.contains(WEIGHTS);
      if (!names.equals(
          hasWeights
              ? List.of(FEATURES, TARGETS, WEIGHTS, CHECKSUMS)
              : List.of(FEATURES, TARGETS, CHECKSUMS))) {
        throw new FormatException(Long.BYTES, "a data set does not have the tensors " + names);
      }
      TensorEntry last = tensors.get(tensors.size() - 1);
      List<Integer> dimensions = new ArrayList<>();
      tensors.get(0).shape().stream().skip(1).forEach(i -> dimensions.add(Math.toIntExact(i)));
      MappedLayout layout =
          new MappedLayout(
              metadata,
              Math.toIntExact(tensors.get(0).shape().get(0)),
              new Shape(dimensions),
              metadata.targets() instanceof Targets.Classes ? 1 : metadata.targets().columns(),
              dataStart,
              hasWeights ? Optional.of(tensors.get(2).begin()) : Optional.empty(),
              last.begin(),
              sums(dataStart + last.begin(), last));
      layout.check(tensors);
      if (layout.sums[0] != Checksum.ofHeader(length, text)) {
        throw new FormatException(Long.BYTES, "the header was changed or damaged" + AGAIN);
      }
      return layout;
    }

    private void checkSize(long expected) throws FormatException {
      if (size < expected) {
        throw new FormatException(
            size, "the file ends here, but should have %s bytes".formatted(expected) + AGAIN);
      }
      if (size > expected) {
        throw new FormatException(expected, (size - expected) + " bytes follow the data");
      }
    }

    private double[] sums(long at, TensorEntry entry) throws IOException, FormatException {
      if (entry.type() != TensorType.F64 || entry.count() > Integer.MAX_VALUE / Double.BYTES) {
        throw new FormatException(Long.BYTES, "these are no checksums");
      }
      int count = (int) entry.count();
      byte[] bytes = bytes(at, count * Double.BYTES, "it ends in its checksums");
      double[] sums = new double[count];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(sums);
      return sums;
    }

    /** Never more than the file has. */
    private byte[] bytes(long at, int count, String problem) throws IOException, FormatException {
      if (at + count > size) {
        throw new FormatException(size, "this is no whole data set: " + problem + AGAIN);
      }
      ByteBuffer bytes = ByteBuffer.allocate(count);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, at + bytes.position()) < 0) {
          throw new FormatException(at + bytes.position(), "the file became shorter" + AGAIN);
        }
      }
      return bytes.array();
    }
  }

  static final String AGAIN = "; convert the data again, or copy the file again";

  private void check(List<TensorEntry> tensors) throws FormatException {
    boolean fits =
        rows > 0
            && shape.size() > 0
            && shape.size() <= MOST_COLUMNS
            && targetColumns <= MOST_COLUMNS
            && tensors.get(0).type() == TensorType.F32
            && tensors.get(1).type() == TensorType.F32
            && tensors.get(1).shape().equals(List.of((long) rows, (long) targetColumns))
            && (weights.isEmpty()
                || (tensors.get(2).type() == TensorType.F64
                    && tensors.get(2).shape().equals(List.of((long) rows))))
            && sums.length == Checksum.blocks(dataBytes) + 1;
    if (!fits) {
      throw new FormatException(
          Long.BYTES, "the shapes of the tensors do not go together as those of a data set");
    }
  }
}
