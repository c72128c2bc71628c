package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.data.read.GzipInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The checked contents of an IDX file of unsigned bytes: its dimensions and its elements. */
final class IdxArray {
  private static final int UNSIGNED_BYTE = 0x08;

  private final String file;
  private final int[] dimensions;
  private final byte[] elements;

  private IdxArray(String file, int[] dimensions, byte[] elements) {
    this.file = file;
    this.dimensions = dimensions;
    this.elements = elements;
  }

  static IdxArray read(Path file, Kind kind) throws IOException {
    try (InputStream in = GzipInput.open(file)) {
      return read(in, file.toString(), kind);
    }
  }

  static IdxArray read(InputStream in, String file, Kind kind) throws IOException {
    int magic = headerField(in, file, 0);
    if (magic != kind.magic()) {
      throw wrongMagic(file, magic, kind);
    }
    int[] dimensions = new int[kind.rank];
    long size = 1;
    for (int i = 0; i < kind.rank; i++) {
      long offset = 4 + 4L * i;
      dimensions[i] = headerField(in, file, offset);
      if (dimensions[i] < 1) {
        throw fault(
            file,
            offset,
            "%s cannot be the %s; it is at least 1 and at most %s"
                .formatted(dimensions[i], kind.dimensionName(i), Integer.MAX_VALUE));
      }
      size *= dimensions[i];
      if (size > Integer.MAX_VALUE - 8) {
        throw fault(file, offset, "%s are more than fit in memory".formatted(text(dimensions)));
      }
    }
    // Grows with what the file really holds, so that a count that lies cannot exhaust memory.
    byte[] elements = in.readNBytes((int) size);
    long start = 4 + 4L * kind.rank;
    if (elements.length < size) {
      throw fault(
          file,
          start + elements.length,
          "the file ends here, but its header promises %s %s, up to offset %s"
              .formatted(text(dimensions), kind.plural, start + size));
    }
    if (in.read() >= 0) {
      throw fault(
          file,
          start + size,
          "the file goes on after the %s %s that its header promises"
              .formatted(text(dimensions), kind.plural));
    }
    return new IdxArray(file, dimensions, elements);
  }

  private static int headerField(InputStream in, String file, long offset) throws IOException {
    byte[] bytes = in.readNBytes(4);
    if (bytes.length < 4) {
      throw fault(file, offset + bytes.length, "the file ends within its header");
    }
    return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
  }

  private static DataException wrongMagic(String file, int magic, Kind expected) {
    String found = "0x%08x".formatted(magic);
    for (Kind kind : Kind.values()) {
      if (kind.magic() == magic) {
        found += ", which stands for " + kind.plural;
      }
    }
    return fault(
        file,
        0,
        "an IDX file of %s starts with 0x%08x, this one with %s"
            .formatted(expected.plural, expected.magic(), found));
  }

  private static String text(int[] dimensions) {
    return Arrays.stream(dimensions)
        .filter(dimension -> dimension > 0)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" × "));
  }

  private static DataException fault(String file, long offset, String what) {
    return new DataException("%s, offset %s: %s".formatted(file, offset, what));
  }

  /** An error about one element. */
  DataException fault(int index, String what) {
    return fault(file, 4 + 4L * dimensions.length + index, what);
  }

  String file() {
    return file;
  }

  int dimension(int index) {
    return dimensions[index];
  }

  /** The elements, shared: not to be changed. */
  byte[] elements() {
    return elements;
  }

  /** What an IDX file may hold. */
  enum Kind {
    LABELS(1, "labels"),
    IMAGES(3, "pixels");

    private final int rank;
    private final String plural;

    Kind(int rank, String plural) {
      this.rank = rank;
      this.plural = plural;
    }

    private int magic() {
      return UNSIGNED_BYTE << 8 | rank;
    }

    private String dimensionName(int index) {
      return switch (index) {
        case 0 -> this == LABELS ? "number of labels" : "number of images";
        case 1 -> "height of an image";
        default -> "width of an image";
      };
    }
  }
}
