package dev.nn.data.read;

import dev.nn.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The format of a file, which its first bytes tell and, if they leave a choice, its name. */
public enum FileFormat {
  /** Cells separated by a character or by blanks. */
  CSV,
  /** The attribute-relation format of Weka. */
  ARFF,
  /** Sparse rows of index:value pairs. */
  LIBSVM,
  /** One array of NumPy. */
  NPY,
  /** A zip file of arrays of NumPy. */
  NPZ,
  /** The format of MNIST. */
  IDX;

  private static final int START = 1 << 16;
  private static final int ZIP_NAME = 30;
  private static final Pattern PAGE =
      Pattern.compile("\\s*(<!doctype html|<html|<head|<!--).*", Pattern.DOTALL);

  /**
   * Returns the format of a source by its first bytes.
   *
   * @throws DataException if no reader here reads it; the message says what it is and what to do
   */
  public static FileFormat of(Source source) throws IOException {
    byte[] start;
    try (InputStream in = source.open()) {
      start = in.readNBytes(START);
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      if (firstMember(start).endsWith(".npy")) {
        return NPZ;
      }
      throw foreign(source, "a zip file: unpack it first");
    }
    if (startsWith(start, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
      return NPY;
    }
    if (start.length >= 4
        && start[0] == 0
        && start[1] == 0
        && NumberType.ofIdx(start[2]).isPresent()) {
      return IDX;
    }
    refuseForeign(source, start);
    String text = Text.start(source, START).toLowerCase(Locale.ROOT);
    return FirstLine.of(text, start.length == START).format();
  }

  /**
   * Refuses what is surely not a table: a web page, a zip file, a picture, a program.
   *
   * @param start the first bytes of the data
   * @throws DataException if it is one of these; the message says which, and what to do
   */
  public static void refuseForeign(Source source, byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (startsWith(start, 'P', 'K', 3, 4)) {
      throw foreign(source, "a zip file: unpack it first");
    } else if (PAGE.matcher(text).matches()) {
      throw foreign(
          source, "a web page, not data: what was downloaded is a page about the file or an error");
    } else if (startsWith(start, 'P', 'A', 'R', '1')) {
      throw foreign(source, "a Parquet file: read it through JDBC with DuckDB, or save it as CSV");
    } else if (startsWith(start, 0x89, 'H', 'D', 'F')) {
      throw foreign(source, "an HDF5 file: save its table as CSV or .npy");
    } else if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw foreign(source, "a file of an old spreadsheet or office program: save it as CSV");
    } else if (text.startsWith("sqlite format 3")) {
      throw foreign(source, "an SQLite database: read it through JDBC with a query");
    } else if (startsWith(start, 'B', 'Z', 'h')) {
      throw foreign(source, "packed with bzip2: unpack it first");
    } else if (startsWith(start, 0xfd, '7', 'z', 'X', 'Z')) {
      throw foreign(source, "packed with xz: unpack it first");
    } else if (startsWith(start, 0x28, 0xb5, 0x2f, 0xfd)) {
      throw foreign(source, "packed with zstd: unpack it first");
    } else if (startsWith(start, '7', 'z', 0xbc, 0xaf)) {
      throw foreign(source, "a 7z archive: unpack it first");
    } else if (startsWith(start, 0x89, 'P', 'N', 'G')
        || startsWith(start, 0xff, 0xd8, 0xff)
        || startsWith(start, 'G', 'I', 'F', '8')) {
      throw foreign(source, "a picture, not a table");
    } else if (isSafetensors(start)) {
      throw foreign(
          source,
          "a safetensors file, so a model or a converted data set, not a table: name the table that it was made of; nn train takes a converted one whose name ends in .safetensors, and in Java, MappedTable.open does");
    } else if (startsWith(start, '%', 'P', 'D', 'F')) {
      throw foreign(source, "a PDF file, not a table");
    }
  }

  /** Eight bytes with the length of the header, of which the last are 0, and the header in JSON. */
  private static boolean isSafetensors(byte[] start) {
    return start.length > Long.BYTES + 1
        && start[Long.BYTES] == '{'
        && start[Long.BYTES + 1] == '"'
        && start[Long.BYTES - 1] == 0
        && start[Long.BYTES - 2] == 0;
  }

  private static DataException foreign(Source source, String what) {
    return new DataException(source.name() + ": " + what);
  }

  private static boolean startsWith(byte[] start, int... magic) {
    if (start.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((start[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static String firstMember(byte[] zip) {
    int length = zip.length < ZIP_NAME ? 0 : (zip[26] & 0xff) | (zip[27] & 0xff) << 8;
    int end = Math.min(zip.length, ZIP_NAME + length);
    return new String(
        Arrays.copyOfRange(zip, Math.min(ZIP_NAME, end), end), StandardCharsets.UTF_8);
  }
}
