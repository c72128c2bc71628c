package dev.nn.tests.reliability.fuzzing;

import dev.nn.data.DataFile;
import dev.nn.data.table.Column;
import dev.nn.data.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tables of one format, of which every cell is looked at. */
final class TableFuzz implements FuzzTarget.Fuzz {
  private static final String[] DICTIONARY = {
    "",
    "0",
    "1",
    "-1",
    "+.5e3",
    "1e999",
    "4294967296",
    "9007199254740993",
    "007",
    "NaN",
    "?",
    "NA",
    ",",
    ";",
    "\t",
    "|",
    " ",
    "\"",
    "\"\"",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\u0000",
    "\u00ff\u00fe",
    "\u00ef\u00bb\u00bf",
    "\u00c3\u00a9",
    "%",
    "#",
    "{",
    "}",
    "{1 2}",
    "@data\n",
    "@attribute",
    "@relation x\n",
    "numeric",
    "string",
    "date \"yyyy-MM-dd\"",
    "date yyyyyyyyyy",
    "2024-02-30",
    "+999999999-12-31",
    "2024-02-29T23:59:60",
    "31.12.2024",
    "qid:1",
    ":",
    "0:1",
    "9999:1",
    "1048577:1",
    "1,2",
    "(",
    ")",
    "()",
    "(3,)",
    "(0,)",
    "(65536, 65536)",
    "True",
    "False",
    "<f4",
    ">i8",
    "|O",
    "|b1",
    "'descr': [",
    "\u0093NUMPY",
    "PK\u0003\u0004",
    "\u001f\u008b\u0008"
  };

  private static final String ARFF =
      """
      % of flowers
      @relation 'some flowers'
      @attribute length numeric
      @attribute 'the kind' {setosa, "versi color"}
      @attribute note string
      @attribute day date "yyyy-MM-dd"
      @data
      5.1, setosa, 'it\\'s', 2024-01-31
      ?, 'versi color', ?, ?
      4e-1,setosa,"a,b",1970-01-01
      """;

  private static final String SPARSE =
      "@relation x\n@attribute a numeric\n@attribute b {no,yes}\n@data\n{0 3, 1 yes}\n{ }\n{1 no}\n";

  /** What is fuzzed. */
  enum Format {
    CSV,
    ARFF,
    LIBSVM,
    NPY,
    NPZ,
    IDX
  }

  private final Format format;

  TableFuzz(Format format) {
    this.format = format;
  }

  @Override
  public List<byte[]> originals(Path scratch) throws IOException {
    return switch (format) {
      case CSV ->
          List.of(
              bytes(
                  "a,b,day\n1,\"x, \"\"y\"\"\",2024-01-31\n-2.5e3,\u00c3\u00a9,\n3,z,2000-02-29\n"),
              bytes("\u00ef\u00bb\u00bfa;b;\r\n1,5;007;\r\n2,5;NA;\r\n"),
              bytes("# few\n1 2 3\n4  5\t6\n\n 7 \"8\" 9"),
              bytes("x|y\n1|t\n2|f\n"),
              gzip(bytes("1\t2\n3\t4\n")));
      case ARFF -> List.of(bytes(ARFF), bytes(SPARSE), gzip(bytes(SPARSE)));
      case LIBSVM ->
          List.of(
              bytes("+1 1:0.5 3:-2 # note\n-1 2:1e-3\n1 1:1 2:2 3:3\n"),
              bytes("1,2 qid:3 0:1 7:2\n2 qid:3 1:5\n"));
      case NPY ->
          List.of(npy(1, "<f4", "(3, 2)"), npy(2, ">i8", "(3,)"), npy(3, "|b1", "(2, 3, 2)"));
      case NPZ -> List.of(npz("a", "b"), npz("arr_0"));
      case IDX -> List.of(idx(0x08, 3, 2, 2), idx(0x0d, 4), gzip(idx(0x0c, 2, 3)));
    };
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] npy(int version, String descr, String shape) {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(descr, shape);
    ByteBuffer file = ByteBuffer.allocate(12 + header.length() + 24).order(ByteOrder.LITTLE_ENDIAN);
    file.put(bytes("\u0093NUMPY")).put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) header.length());
    } else {
      file.putInt(header.length());
    }
    file.put(bytes(header));
    int elements = descr.equals("|b1") ? 12 : 24;
    byte[] all = new byte[file.position() + elements];
    System.arraycopy(file.array(), 0, all, 0, file.position());
    return all;
  }

  private static byte[] npz(String... names) throws IOException {
    byte[][] arrays = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      arrays[i] = npy(1, "<f4", i == 0 ? "(3, 2)" : "(6,)");
    }
    arrays[names.length - 1] = npy(1, "<i8", "(3,)");
    return zip(names, arrays);
  }

  private static byte[] zip(String[] names, byte[]... members) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < names.length; i++) {
        ZipEntry entry = new ZipEntry(names[i] + ".npy");
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(members[i]);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] idx(int type, int... dimensions) {
    int size = type == 0x08 ? 1 : 4;
    for (int dimension : dimensions) {
      size *= dimension;
    }
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + size);
    file.putInt(type << 8 | dimensions.length);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    return file.array();
  }

  /** Pieces replaced by words, copies or nothing; of an npz now and then inside a member. */
  @Override
  public byte[] mutate(byte[] original, Random random) {
    byte[] changed = original;
    if (format == Format.NPZ && random.nextInt(3) > 0) {
      try {
        String[] names = {"a", random.nextInt(4) == 0 ? "a" : "b" + random.nextInt(3)};
        byte[] one = npy(1, "<f4", "(3, 2)");
        return zip(names, random.nextBoolean() ? one : mutated(one, random), mutated(one, random));
      } catch (IOException e) {
        return mutated(original, random);
      }
    }
    return mutated(changed, random);
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] changed = original;
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(changed.length + 1);
      int to = Math.min(changed.length, from + random.nextInt(random.nextBoolean() ? 2 : 12));
      byte[] piece =
          switch (random.nextInt(6)) {
            case 0, 1 -> bytes(DICTIONARY[random.nextInt(DICTIONARY.length)]);
            case 2 -> copy(changed, random);
            case 3 -> new byte[0];
            case 4 -> ByteBuffer.allocate(4).putInt(1 << random.nextInt(32)).array();
            default -> new byte[] {(byte) random.nextInt()};
          };
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      result.write(changed, 0, from);
      for (int k = random.nextInt(20) == 0 ? 50 : 1; k > 0; k--) {
        result.write(piece, 0, piece.length);
      }
      result.write(changed, to, changed.length - to);
      changed = result.toByteArray();
    }
    return changed;
  }

  private static byte[] copy(byte[] text, Random random) {
    if (text.length == 0) {
      return text;
    }
    int from = random.nextInt(text.length);
    int length = Math.min(text.length - from, random.nextInt(40));
    byte[] piece = new byte[length];
    System.arraycopy(text, from, piece, 0, length);
    return piece;
  }

  @Override
  public void read(byte[] input, Path scratch) throws IOException {
    DataFile file = DataFile.of("input", input);
    Table table = (input.length % 7 == 0 ? file.decimalComma() : file).read();
    for (Column column : table.columns()) {
      for (int row = 0; row < table.rows(); row++) {
        column.text(row);
      }
    }
  }
}
