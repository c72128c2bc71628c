package dev.nn.imports.numpy;

import dev.nn.imports.read.Elements;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an array that {@code numpy.save} wrote: of numbers, or of texts. */
final class Npy {
  private static final int PREFIX = 8;
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),"
              + "\\s*'shape':\\s*\\(([\\d,\\s]*)\\),?\\s*\\}\\s*");
  private static final Map<String, Elements> TYPES =
      Map.of(
          "f2", Elements.FLOAT16,
          "f4", Elements.FLOAT32,
          "f8", Elements.FLOAT64,
          "i1", Elements.INT8,
          "u1", Elements.UINT8,
          "i2", Elements.INT16,
          "i4", Elements.INT32,
          "i8", Elements.INT64);

  private final String name;
  private final String type;
  private final boolean isFortran;
  private final List<Long> shape;
  private final ByteBuffer data;

  private Npy(String name, String type, boolean isFortran, List<Long> shape, ByteBuffer data) {
    this.name = name;
    this.type = type;
    this.isFortran = isFortran;
    this.shape = shape;
    this.data = data;
  }

  /** Reads the header of an array. */
  static Npy of(String name, byte[] bytes) {
    if (bytes.length < PREFIX + 4
        || !new String(bytes, 0, 6, StandardCharsets.ISO_8859_1).equals("\u0093NUMPY")) {
      throw new Refusal(name + " is no array of NumPy: it does not start with \\x93NUMPY");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(PREFIX);
    long length = bytes[6] == 1 ? in.getShort() & 0xffff : in.getInt() & 0xffff_ffffL;
    if (length > LONGEST_HEADER) {
      throw new Refusal("%s has a header of %s bytes".formatted(name, length));
    }
    if (length > in.remaining()) {
      throw new Refusal(name + " ends within its header");
    }
    byte[] header = new byte[(int) length];
    in.get(header);
    Matcher form = HEADER.matcher(new String(header, StandardCharsets.ISO_8859_1));
    if (!form.matches()) {
      throw new Refusal(name + " has a header that is not understood");
    }
    String type = form.group(1);
    ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new Npy(
        name,
        type.isEmpty() ? "" : type.substring(1),
        form.group(2).equals("True"),
        dimensions(name, form.group(3)),
        in.slice().order(order));
  }

  private static List<Long> dimensions(String name, String text) {
    List<Long> shape = new ArrayList<>();
    for (String size : text.split(",", -1)) {
      if (!size.isBlank()) {
        try {
          shape.add(Long.parseLong(size.strip()));
        } catch (NumberFormatException e) {
          throw new Refusal("%s has the shape (%s)".formatted(name, text), e);
        }
      }
    }
    return shape;
  }

  /** Whether it holds texts. */
  boolean isText() {
    return type.startsWith("U");
  }

  /** The numbers, row by row. */
  Tensor tensor() {
    Elements elements = TYPES.get(type);
    if (elements == null) {
      throw new Refusal(
          type.startsWith("O")
              ? "%s holds objects of Python, which would have to be run to be read; save each array by itself: np.savez(file, coef_0=…, coef_1=…)"
                  .formatted(name)
              : "%s has elements of the type %s; numbers are needed".formatted(name, type));
    }
    int count = Tensor.places(name, shape, data.limit() / elements.bytes());
    if ((long) count * elements.bytes() != data.limit()) {
      throw new Refusal(
          "%s of the shape %s has %s bytes of numbers".formatted(name, shape, data.limit()));
    }
    List<Integer> dimensions = shape.stream().map(Long::intValue).toList();
    Tensor tensor = new Tensor(name, dimensions, elements.read(data, count));
    if (!isFortran || shape.size() < 2) {
      return tensor;
    }
    if (shape.size() > 2) {
      throw new Refusal(name + " has columns first and more than two dimensions");
    }
    List<Integer> turned = List.of(dimensions.get(1), dimensions.get(0));
    return new Tensor(name, turned, tensor.values()).transposed();
  }

  /** The single text of an array such as {@code np.array("relu")}. */
  String text() {
    int letters = Tensor.places(name, shape, data.limit()) == 1 ? data.limit() / 4 : 0;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters && data.getInt(4 * i) != 0; i++) {
      int letter = data.getInt(4 * i);
      if (!Character.isValidCodePoint(letter)) {
        throw new Refusal(name + " has a text that cannot be read");
      }
      text.appendCodePoint(letter);
    }
    return text.toString();
  }
}
