package dev.nn.tests.reliability.files;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.tests.reliability.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A program that loads files which lie about sizes, as arrays, as streams and as streams that never
 * end, and prints how many were refused each time; its status is 1 if anything but a typed error
 * came of one.
 */
final class CraftedHeaders {
  private static final int DEEP = 10_000;
  private static final int MILLION = 1_000_000;

  private final byte[] file = Samples.modelOfAtLeast(1 << 10);
  private final String header = FileSurgery.header(file);
  private final byte[] data = FileSurgery.data(file);
  private final List<Supplier<byte[]>> files = new ArrayList<>();

  private CraftedHeaders() {}

  public static void main(String[] arguments) {
    List<Supplier<byte[]>> files = new CraftedHeaders().all();
    int refused = 0;
    for (int i = 0; i < files.size(); i++) {
      byte[] file = files.get(i).get();
      boolean isRefused =
          isRefused(i, () -> Model.load(file, Samples.REGISTRY))
              && isRefused(i, () -> Model.load(new ByteArrayInputStream(file), Samples.REGISTRY))
              && isRefused(i, () -> Model.load(endless(file), Samples.REGISTRY));
      refused += isRefused ? 1 : 0;
    }
    System.out.println(refused + " of " + files.size() + " refused");
    System.exit(refused == files.size() ? 0 : 1);
  }

  private interface Loading {
    Model load() throws IOException;
  }

  private static boolean isRefused(int number, Loading loading) {
    try {
      System.out.println("file " + number + " was loaded: " + loading.load().network());
    } catch (NnException e) {
      return true;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      System.out.println("file " + number + ": " + e);
      e.printStackTrace(System.out);
    }
    return false;
  }

  private static InputStream endless(byte[] start) {
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] into, int from, int count) {
            Arrays.fill(into, from, from + count, (byte) 0);
            return count;
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(start), zeros);
  }

  private List<Supplier<byte[]>> all() {
    lengths();
    shapes();
    networks();
    inputs();
    deep();
    many();
    return files;
  }

  private void lengths() {
    for (long length :
        new long[] {
          0,
          1,
          2,
          -1,
          100,
          4 << 20,
          (4 << 20) + 1,
          Integer.MAX_VALUE,
          1L << 31,
          1L << 32,
          1L << 40,
          Long.MAX_VALUE,
          Long.MAX_VALUE - 8,
          Long.MIN_VALUE,
          header.length() + 1L,
          header.length() - 1L,
          file.length,
          file.length - 8L,
          file.length - 7L
        }) {
      byte[] lying = file.clone();
      ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      files.add(() -> lying);
    }
  }

  private void replaced(String old, String replacement) {
    replaced(old, replacement, 0, "");
  }

  /** The repeated text goes where the dots are; made when needed, or the files fill the memory. */
  private void replaced(String old, String replacement, int times, String repeated) {
    if (!header.contains(old)) {
      throw new IllegalStateException(old + " is not in " + header);
    }
    files.add(
        () ->
            FileSurgery.sealed(
                header.replace(old, replacement.replace("…", repeated.repeat(times))), data));
  }

  private void shapes() {
    String[] shapes = {
      "[2147483647]",
      "[2147483648]",
      "[4294967296]",
      "[-1]",
      "[-2147483648]",
      "[0]",
      "[8,0]",
      "[9223372036854775807]",
      "[9223372036854775808]",
      "[2147483647,2147483647]",
      "[4294967296,4294967296]",
      "[65536,65536,65536,65536]",
      "[4611686018427387904]",
      "[2305843009213693952,2]",
      "[1e400]",
      "[8.5]",
      "[\"8\"]",
      "[null]",
      "[[8]]",
      "8",
      "{}",
      "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,8]"
    };
    String[] offsets = {
      "[0,32]", "[0,9223372036854775807]", "[0,2147483647]", "[-32,0]", "[32,0]", "[0]",
    };
    for (String shape : shapes) {
      for (String offset : offsets) {
        replaced(
            "\"shape\":[8,1],\"data_offsets\":[0,32]",
            "\"shape\":" + shape + ",\"data_offsets\":" + offset);
      }
    }
  }

  private void networks() {
    for (String units :
        new String[] {
          "2147483647",
          "2147483648",
          "-1",
          "0",
          "1000000000",
          "99999999999999999999",
          "1e9",
          "1.5",
          "268435456"
        }) {
      replaced("units=1)", "units=" + units + ")");
    }
    for (String layer :
        new String[] {
          "embedding(vocabulary=2147483647, units=2147483647)",
          "embedding(vocabulary=65536, units=65536)",
          "reshape(shape=[2147483647, 2147483647])",
          "reshape(shape=[-1, 2147483647])",
          "dense(units=2147483647), dense(units=2147483647)",
          "dense(units=1000000000), dense(units=1000000000)",
          "dense(units=50000000), dense(units=1)"
        }) {
      replaced("\"network\":\"[dense(", "\"network\":\"[" + layer + ", dense(");
    }
  }

  private void inputs() {
    for (String input :
        new String[] {
          "[2147483647]",
          "[999999999]",
          "[999999999, 999999999]",
          "[0]",
          "[-1]",
          "[]",
          "[8",
          "[65536, 65536]",
          "[65536, 32768]",
          "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"
        }) {
      replaced("\"input_shape\":\"[8]\"", "\"input_shape\":\"" + input + "\"");
    }
  }

  private void deep() {
    for (String brackets : new String[] {"[ ]", "( )", "x( )", "x(a= )", "x(a=[ ])", "{ }"}) {
      String[] ends = brackets.split(" ", -1);
      replaced(
          "\"network\":\"[dense(",
          "\"network\":\"" + ends[0].repeat(DEEP) + ends[1].repeat(DEEP) + "[dense(");
      replaced("\"network\":\"[dense(", "\"network\":\"" + ends[0].repeat(DEEP));
      replaced("activation=tanh", "activation=" + ends[0].repeat(DEEP) + ends[1].repeat(DEEP));
    }
    replaced("\"plugins\":\"", "\"plugins\":\"" + "[".repeat(DEEP));
    replaced("\"__metadata__\":{", "\"__metadata__\":" + "{\"a\":".repeat(DEEP));
    replaced("\"dtype\":\"F32\"", "\"dtype\":" + "[".repeat(DEEP));
    files.add(() -> FileSurgery.sealed("[".repeat(DEEP), data));
    files.add(() -> FileSurgery.sealed("{\"a\":".repeat(DEEP), data));
  }

  private void many() {
    for (int times : new int[] {MILLION, MILLION / 2, MILLION / 4, MILLION / 10}) {
      replaced("\"network\":\"[", "\"network\":\"[…", times, "flatten,");
      replaced("\"network\":\"[", "\"network\":\"[…", times / 2, "dense(units=9),");
    }
    replaced("\"network\":\"[", "\"network\":\"[…", MILLION, ",");
    replaced("\"plugins\":\"[", "\"plugins\":\"[…", MILLION, "[],");
    replaced(
        "\"format\":",
        "\"targets\":\"classes\",\"labels\":\"[…]\",\"format\":",
        MILLION / 2,
        "\\\"\\\",");
    replaced("\"0.dense.kernel\"", "\"…\"", MILLION, "x");
    replaced("\"format_version\":\"1\"", "\"format_version\":\"…\"", MILLION, "1");
    files.add(this::manyTensors);
  }

  private byte[] manyTensors() {
    StringBuilder tensors = new StringBuilder();
    for (int i = 0; tensors.length() < 4_000_000; i++) {
      tensors
          .append("\"t")
          .append(i)
          .append("\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},");
    }
    int at = header.indexOf("\"0.dense.kernel\"");
    return FileSurgery.sealed(header.substring(0, at) + tensors + header.substring(at), data);
  }
}
