package dev.nn.imports.keras;

import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HDF5 file in memory: its groups, its texts and its arrays of numbers. */
final class Hdf5 implements AutoCloseable {
  private static final int VERSION = 8;
  private static final int END_IN_VERSION_0 = 40;
  private static final int END_IN_VERSION_2 = 28;

  private final HdfFile file;
  private final int bytes;

  private Hdf5(HdfFile file, int bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** What is to be done with a file. */
  interface Reading<T> {
    T of(Hdf5 file);
  }

  /**
   * Reads a file. The library that takes it apart has errors of many kinds for damaged ones, which
   * all become one.
   */
  static <T> T read(byte[] bytes, Reading<T> reading) {
    checkLength(bytes);
    try (Hdf5 file = new Hdf5(HdfFile.fromBytes(bytes), bytes.length)) {
      return reading.of(file);
    } catch (Refusal e) {
      throw e;
    } catch (dev.nn.api.NnException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new Refusal("the HDF5 file is damaged: " + e, e);
    }
  }

  /** The library does not ask whether the bytes are there that the file says it has. */
  private static void checkLength(byte[] bytes) {
    int place = bytes.length > VERSION && bytes[VERSION] >= 2 ? END_IN_VERSION_2 : END_IN_VERSION_0;
    if (bytes.length < place + Long.BYTES) {
      throw new Refusal("the HDF5 file ends within its first block");
    }
    long end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(place);
    if (end != bytes.length) {
      throw new Refusal(
          "the HDF5 file has %s bytes, but says that it has %s".formatted(bytes.length, end));
    }
  }

  Group root() {
    return file;
  }

  /** The members of a group that are groups themselves. */
  static List<Group> groups(Group parent) {
    List<Group> groups = new ArrayList<>();
    for (Node child : parent.getChildren().values()) {
      if (child instanceof Group group) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** A member that is a group. */
  static Optional<Group> group(Group parent, String name) {
    return parent.getChildren().get(name) instanceof Group group
        ? Optional.of(group)
        : Optional.empty();
  }

  /** A text that a node carries. */
  static Optional<String> text(Node node, String attribute) {
    Attribute found = node.getAttributes().get(attribute);
    return found == null ? Optional.empty() : texts(found).stream().findFirst();
  }

  /** A list of texts; one that is long is split into {@code name0, name1, …}. */
  static List<String> texts(Node node, String attribute) {
    Map<String, Attribute> attributes = node.getAttributes();
    Attribute whole = attributes.get(attribute);
    if (whole != null) {
      return texts(whole);
    }
    List<String> all = new ArrayList<>();
    int count = 0;
    for (Attribute part = attributes.get(attribute + count);
        part != null;
        part = attributes.get(attribute + count)) {
      all.addAll(texts(part));
      count++;
    }
    return all;
  }

  private static List<String> texts(Attribute attribute) {
    Object data = attribute.getData();
    if (data instanceof String text) {
      return List.of(text);
    }
    return data instanceof String[] texts ? Arrays.asList(texts) : List.of();
  }

  /** The numbers of a member. */
  Tensor tensor(Group parent, String path) {
    Node node = parent;
    for (String part : path.split("/", -1)) {
      node = node instanceof Group group ? group.getChildren().get(part) : null;
    }
    if (!(node instanceof Dataset data)) {
      throw new Refusal("%s has no array %s".formatted(parent.getPath(), path));
    }
    long size = 1;
    List<Integer> shape = new ArrayList<>();
    for (int dimension : data.getDimensions()) {
      size = Math.multiplyExact(size, dimension);
      shape.add(dimension);
      if (dimension < 0 || size > bytes) {
        throw new Refusal(
            "%s has the shape %s, but the file has %s bytes"
                .formatted(data.getPath(), shape, bytes));
      }
    }
    return new Tensor(data.getPath(), shape, floats(data, (int) size));
  }

  private static float[] floats(Dataset data, int size) {
    float[] values = new float[size];
    if (size == 0 || data.getJavaType() == int.class || data.getJavaType() == long.class) {
      // Counts, such as that of a normalization layer, are no weights.
      return values;
    }
    Object numbers = data.getDataFlat();
    if (numbers instanceof float[] singles && singles.length == size) {
      return singles;
    }
    if (numbers instanceof double[] doubles && doubles.length == size) {
      for (int i = 0; i < size; i++) {
        values[i] = (float) doubles[i];
      }
      return values;
    }
    if (numbers instanceof Float single) {
      return new float[] {single};
    }
    throw new Refusal("%s holds no numbers that are read".formatted(data.getPath()));
  }

  @Override
  public void close() {
    file.close();
  }
}
