package dev.nn.core.internal.mapped;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.file.DurableFile;
import dev.nn.core.internal.safetensors.TensorEntry;
import dev.nn.core.internal.safetensors.TensorHeader;
import dev.nn.core.internal.safetensors.TensorType;
import dev.nn.core.internal.saved.DatasetMetadata;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a data set to a tensor file. Its rows are asked for in order, once for their features and
 * once for their targets, and a third time for their weights if there are any.
 */
public final class DatasetWriter {
  private static final int BUFFER = 1 << 17;

  private final Dataset data;
  private final CheckedOutput out;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  private DatasetWriter(Dataset data, CheckedOutput out) {
    this.data = data;
    this.out = out;
  }

  /**
   * Writes a file, or replaces it in one step.
   *
   * @throws DataException if a number is not finite
   * @throws IOException if it cannot be written; what was there before is still there
   */
  public static void write(Path file, Dataset data, Map<String, String> notes) throws IOException {
    if (data.rows() == 0) {
      throw new DataException("a data set without rows cannot be written to " + file);
    }
    List<TensorEntry> tensors = tensors(data);
    TensorHeader header =
        new TensorHeader(
            new DatasetMetadata(data.targets(), data.featureNames(), notes).texts(), tensors);
    byte[] text = header.toBytes();
    if (text.length > MappedLayout.MAX_HEADER) {
      throw new DataException(
          "the names of features and classes and the notes take %s bytes, but a file has room for %s; are there classes or categories that are none?"
              .formatted(text.length, MappedLayout.MAX_HEADER));
    }
    byte[] length = littleEndian(Long.BYTES).putLong(text.length).array();
    int blocks = Math.toIntExact(tensors.get(tensors.size() - 1).count() - 1);
    DurableFile.write(
        file,
        stream -> {
          stream.write(length);
          stream.write(text);
          CheckedOutput out = new CheckedOutput(stream, blocks);
          new DatasetWriter(data, out).rows(tensors.size() > 3);
          checksums(stream, Checksum.ofHeader(length, text), out.sums());
        });
  }

  private static List<TensorEntry> tensors(Dataset data) {
    long rows = data.rows();
    List<Long> shape = new ArrayList<>();
    shape.add(rows);
    data.shape().dimensions().forEach(size -> shape.add((long) size));
    List<TensorEntry> tensors = new ArrayList<>();
    long end = add(tensors, MappedLayout.FEATURES, TensorType.F32, shape, 0);
    end =
        add(
            tensors,
            MappedLayout.TARGETS,
            TensorType.F32,
            List.of(rows, (long) targetColumns(data)),
            end);
    if (hasWeights(data)) {
      end = add(tensors, MappedLayout.WEIGHTS, TensorType.F64, List.of(rows), end);
    }
    add(tensors, MappedLayout.CHECKSUMS, TensorType.F64, List.of(Checksum.blocks(end) + 1), end);
    return tensors;
  }

  private static long add(
      List<TensorEntry> tensors, String name, TensorType type, List<Long> shape, long begin) {
    long bytes = shape.stream().reduce((long) type.bytes(), Math::multiplyExact);
    tensors.add(new TensorEntry(name, type, shape, begin, begin + bytes));
    return begin + bytes;
  }

  /** The index of a class takes one column. */
  static int targetColumns(Dataset data) {
    return data.targets() instanceof Targets.Classes ? 1 : data.targets().columns();
  }

  private static boolean hasWeights(Dataset data) {
    for (int row = 0; row < data.rows(); row++) {
      if (data.weight(row) != 1) {
        return true;
      }
    }
    return false;
  }

  private void rows(boolean withWeights) throws IOException {
    Matrix features = Matrix.zeros(1, data.shape().size());
    for (int row = 0; row < data.rows(); row++) {
      data.readFeatures(row, features, 0);
      put("feature", row, features.data(), features.rowStart(0), features.columns());
    }
    Matrix target = Matrix.zeros(1, data.targets().columns());
    float[] index = new float[1];
    for (int row = 0; row < data.rows(); row++) {
      data.readTarget(row, target, 0);
      if (data.targets() instanceof Targets.Classes) {
        index[0] = classOf(row, target);
        put("target", row, index, 0, 1);
      } else {
        put("target", row, target.data(), target.rowStart(0), target.columns());
      }
    }
    for (int row = 0; withWeights && row < data.rows(); row++) {
      reserve(Double.BYTES);
      buffer.putDouble(data.weight(row));
    }
    flush();
  }

  /** A file holds the index of the class, so the target has to be one 1 among zeros. */
  private static int classOf(int row, Matrix target) {
    int found = -1;
    for (int i = 0; i < target.columns(); i++) {
      float share = target.get(0, i);
      if (share != 0 && (share != 1 || found >= 0)) {
        found = -1;
        break;
      }
      found = share == 1 ? i : found;
    }
    if (found < 0) {
      throw new DataException(
          "row %s: its target is a mixture of classes, and a file holds one class for each row; write it with targets of real numbers"
              .formatted(row));
    }
    return found;
  }

  private void put(String what, int row, float[] numbers, int from, int count) throws IOException {
    reserve(count * Float.BYTES);
    for (int i = 0; i < count; i++) {
      float number = numbers[from + i];
      if (!Float.isFinite(number)) {
        throw new DataException(
            "row %s, column %s: %s %s is not a finite number".formatted(row, i, what, number));
      }
      buffer.putFloat(number);
    }
  }

  private void reserve(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
      if (buffer.capacity() < bytes) {
        buffer = littleEndian(bytes);
      }
    }
  }

  private void flush() throws IOException {
    out.write(buffer.array(), buffer.position());
    buffer.clear();
  }

  private static void checksums(OutputStream stream, long header, double[] sums)
      throws IOException {
    byte[] bytes = new byte[Math.multiplyExact(sums.length + 1, Double.BYTES)];
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putDouble((double) header);
    numbers.asDoubleBuffer().put(sums);
    stream.write(bytes);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
