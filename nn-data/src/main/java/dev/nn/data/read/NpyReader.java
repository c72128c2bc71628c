package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an array that {@code numpy.save} wrote, of versions 1 to 3 of the format. */
public final class NpyReader {
  private static final int PREFIX = 8;
  private static final int LONGEST_HEADER = 1 << 16;
  private static final int LARGEST = Integer.MAX_VALUE - 8;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),"
              + "\\s*'shape':\\s*\\(([\\d,\\s]*)\\),?\\s*\\}\\s*");

  private final String file;
  private final InputStream in;

  private NpyReader(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Reads an array of numbers.
   *
   * @param file what messages call the file
   * @throws DataException if it is not such an array, or if its header or its length is wrong
   */
  public static NumberArray read(String file, InputStream in) throws IOException {
    return new NpyReader(file, in).array();
  }

  private NumberArray array() throws IOException {
    byte[] prefix = in.readNBytes(PREFIX);
    if (prefix.length < PREFIX
        || !new String(prefix, 0, 6, StandardCharsets.ISO_8859_1).equals("\u0093NUMPY")) {
      throw fault("no .npy file: it does not start with \\x93NUMPY");
    }
    int version = prefix[6];
    if (version < 1 || version > 3) {
      throw fault("version %s of the .npy format; versions 1 to 3 are read".formatted(version));
    }
    byte[] size = in.readNBytes(version == 1 ? 2 : 4);
    if (size.length < (version == 1 ? 2 : 4)) {
      throw fault("the file ends within its header");
    }
    ByteBuffer counted = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
    long length = version == 1 ? counted.getShort() & 0xffff : counted.getInt() & 0xffff_ffffL;
    if (length > LONGEST_HEADER) {
      throw fault("a header of %s bytes; at most %s are read".formatted(length, LONGEST_HEADER));
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw fault("the file ends within its header");
    }
    return array(
        new String(header, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
  }

  private NumberArray array(String header) throws IOException {
    Matcher form = HEADER.matcher(header);
    if (!form.matches()) {
      throw fault(
          header.contains("'descr': [")
              ? "a structured array; save each field with np.savez(name=a['name'], …)"
              : "a header that is not understood");
    }
    NumberType type = type(form.group(1));
    List<Integer> dimensions = new ArrayList<>();
    long bytes = type.bytes();
    for (String text : form.group(3).split(",", -1)) {
      if (text.isBlank()) {
        continue;
      }
      int size = size(text.strip());
      if (size == 0) {
        throw fault("an array of (%s) has no elements".formatted(form.group(3)));
      }
      dimensions.add(size);
      bytes *= size;
      if (bytes > LARGEST) {
        throw fault("an array of (%s) is more than fits in memory".formatted(form.group(3)));
      }
    }
    byte[] elements = in.readNBytes((int) bytes);
    if (elements.length < bytes) {
      throw fault(
          "%s bytes of numbers, but its header promises %s".formatted(elements.length, bytes));
    }
    if (in.read() >= 0) {
      throw fault("the file goes on after the %s bytes that its header promises".formatted(bytes));
    }
    ByteOrder order =
        form.group(1).startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NumberArray(
        file,
        type,
        dimensions,
        form.group(2).equals("True"),
        ByteBuffer.wrap(elements).order(order));
  }

  private int size(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw fault("a dimension of " + text + "; it is at most " + Integer.MAX_VALUE);
    }
  }

  private NumberType type(String descr) {
    boolean hasOrder = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0;
    return switch (hasOrder ? descr.substring(1) : "") {
      case "u1" -> NumberType.UNSIGNED_BYTE;
      case "i1" -> NumberType.BYTE;
      case "i2" -> NumberType.SHORT;
      case "u2" -> NumberType.UNSIGNED_SHORT;
      case "i4" -> NumberType.INT;
      case "u4" -> NumberType.UNSIGNED_INT;
      case "i8" -> NumberType.LONG;
      case "u8" -> NumberType.UNSIGNED_LONG;
      case "f2" -> NumberType.HALF;
      case "f4" -> NumberType.FLOAT;
      case "f8" -> NumberType.DOUBLE;
      case "b1" -> NumberType.FLAG;
      case "O" ->
          throw fault(
              "an array of Python objects, which would have to be run to be read; save arrays of"
                  + " numbers, several with np.savez(coef_0=…, coef_1=…)");
      default -> throw fault("elements of type '%s'; numbers are needed".formatted(descr));
    };
  }

  private DataException fault(String what) {
    return new DataException(file + ": " + what);
  }
}
