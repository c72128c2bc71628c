package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the format of MNIST: a magic number that tells the type and the number of dimensions, the
 * dimensions and the elements, all big-endian.
 */
public final class IdxReader {
  private static final int MOST_DIMENSIONS = 8;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final InputStream in;
  private final String file;

  private IdxReader(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /**
   * Reads an array of any type and number of dimensions.
   *
   * @throws DataException if the magic number, a dimension or the length is wrong
   */
  public static NumberArray read(Source source) throws IOException {
    try (InputStream in = source.open()) {
      return new IdxReader(in, source.name()).array(source);
    }
  }

  private NumberArray array(Source source) throws IOException {
    byte[] magic = in.readNBytes(4);
    FileFormat.refuseForeign(source, magic);
    if (magic.length < 4) {
      throw fault(magic.length, "the file ends within its header");
    }
    NumberType type = NumberType.ofIdx(magic[2]).orElse(null);
    if (magic[0] != 0 || magic[1] != 0 || type == null) {
      refusePage(source, magic);
      throw fault(
          0,
          "no IDX file: it starts with 0x%08x, not with 0, 0, a type (0x08 to 0x0e) and a number of dimensions"
              .formatted(ByteBuffer.wrap(magic).getInt()));
    }
    if (magic[3] < 1 || magic[3] > MOST_DIMENSIONS) {
      throw fault(
          3, "%s dimensions; there are 1 to %s".formatted(magic[3] & 0xff, MOST_DIMENSIONS));
    }
    List<Integer> dimensions = new ArrayList<>();
    long bytes = type.bytes();
    for (int i = 0; i < magic[3]; i++) {
      long offset = 4 + 4L * i;
      byte[] field = in.readNBytes(4);
      if (field.length < 4) {
        throw fault(offset + field.length, "the file ends within its header");
      }
      int size = ByteBuffer.wrap(field).getInt();
      if (size < 1) {
        throw fault(
            offset,
            "%s cannot be dimension %s; it is at least 1 and at most %s"
                .formatted(size, i + 1, Integer.MAX_VALUE));
      }
      dimensions.add(size);
      bytes *= size;
      if (bytes > LARGEST) {
        throw fault(offset, "%s are more than fit in memory".formatted(text(dimensions)));
      }
    }
    return new NumberArray(file, type, dimensions, false, elements(type, dimensions, (int) bytes));
  }

  private ByteBuffer elements(NumberType type, List<Integer> dimensions, int length)
      throws IOException {
    // This grows with what the file really holds, so that a false count cannot exhaust memory.
    byte[] elements = in.readNBytes(length);
    long start = 4 + 4L * dimensions.size();
    if (elements.length < length) {
      throw fault(
          start + elements.length,
          "the file ends here, but its header promises %s %s, up to offset %s"
              .formatted(text(dimensions), type.plural(), start + length));
    }
    if (in.read() >= 0) {
      throw fault(
          start + length,
          "the file goes on after the %s %s that its header promises"
              .formatted(text(dimensions), type.plural()));
    }
    return ByteBuffer.wrap(elements);
  }

  /**
   * Looks at more of the file than its first four bytes, because that is what it takes to recognise
   * a web page.
   */
  private void refusePage(Source source, byte[] magic) throws IOException {
    byte[] more = in.readNBytes(64);
    byte[] start = Arrays.copyOf(magic, magic.length + more.length);
    System.arraycopy(more, 0, start, magic.length, more.length);
    FileFormat.refuseForeign(source, start);
  }

  private static String text(List<Integer> dimensions) {
    return String.join(" × ", dimensions.stream().map(String::valueOf).toList());
  }

  private DataException fault(long offset, String what) {
    return new DataException("%s, offset %s: %s".formatted(file, offset, what));
  }
}
