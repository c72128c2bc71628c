package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Of a stream nobody knows beforehand how long it is, or whether it ends. */
class ModelStreamTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  /** Some bytes, and then zeros for ever; a few at a time, as they come from a network. */
  private static final class Endless extends InputStream {
    private final byte[] start;
    private final int most;
    private long position;

    Endless(byte[] start, int most) {
      this.start = start;
      this.most = most;
    }

    @Override
    public int read() {
      int at = (int) Math.min(position++, Integer.MAX_VALUE);
      return at < start.length ? start[at] & 0xff : 0;
    }

    @Override
    public int read(byte[] into, int from, int count) {
      int given = Math.min(count, most);
      for (int i = from; i < from + given; i++) {
        into[i] = (byte) read();
      }
      return given;
    }
  }

  /** Its weights do not fit in one piece of what is read at a time. */
  private static Model model() {
    Network network = Network.of(REGISTRY, Shape.of(300), "dense(units=301), dense(units=2)");
    return Model.initial(network, 7);
  }

  private static ModelFormatException refused(InputStream in) {
    return assertThrows(ModelFormatException.class, () -> Model.load(in, REGISTRY));
  }

  /** A file with just a header. */
  private static byte[] headerOnly(String header) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static byte[] declaring(long floats) {
    return headerOnly(
        "{\"__metadata__\":{\"format\":\"nn-model\",\"format_version\":\"1\",\"sha256\":\""
            + "1".repeat(64)
            + "\"},\"0.dense.kernel\":{\"dtype\":\"F32\",\"shape\":["
            + floats
            + "],\"data_offsets\":[0,"
            + floats * Float.BYTES
            + "]}}");
  }

  @Test
  void aStreamThatComesInPiecesGivesTheModelBack() throws IOException {
    byte[] bytes = model().toBytes();
    InputStream pieces =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] into, int from, int count) {
            return super.read(into, from, Math.min(count, 1000));
          }
        };
    assertArrayEquals(bytes, Model.load(pieces, REGISTRY).toBytes());
  }

  @Test
  void ofAStreamWithoutEndOneByteBehindTheModelIsRead() {
    byte[] bytes = model().toBytes();
    Endless in = new Endless(bytes, 1000);
    ModelFormatException e = refused(in);
    assertEquals("model, byte " + bytes.length + ": more bytes follow the data", e.getMessage());
    assertEquals(bytes.length, e.offset());
    assertEquals(bytes.length + 1, in.position);
  }

  @Test
  void aByteBehindTheModelIsRefused() {
    byte[] bytes = model().toBytes();
    ModelFormatException e =
        refused(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 1)));
    assertEquals("model, byte " + bytes.length + ": more bytes follow the data", e.getMessage());
  }

  @Test
  void zerosWithoutEndAreNoModelAfterEightOfThem() {
    Endless in = new Endless(new byte[0], 1000);
    String message = String.valueOf(refused(in).getMessage());
    assertTrue(message.startsWith("model is not a model file, byte 0: the header's"), message);
    assertEquals(8, in.position);
  }

  /** 2³³ bytes and more cannot be a model's; fewer can, if there is the memory. */
  @Test
  void whatFitsInNoArrayOrNoMemoryIsRefusedAfterTheHeader() {
    long tooMany = Runtime.getRuntime().maxMemory() / Float.BYTES + 1;
    for (long floats : new long[] {tooMany, Integer.MAX_VALUE, 1L << 31, 1L << 40, 1L << 58}) {
      byte[] header = declaring(floats);
      Endless in = new Endless(header, 1 << 16);
      String message = String.valueOf(refused(in).getMessage());
      assertTrue(
          message.contains("do not fit in") || message.contains("more than is read from a stream"),
          message);
      assertEquals(header.length, in.position, message);
    }
  }

  /** 200 MB are announced; the array is as long as what comes. */
  @Test
  void aStreamThatEndsEarlyIsTruncatedWhateverItAnnounced() {
    byte[] header = declaring(50_000_000);
    byte[] bytes = Arrays.copyOf(header, header.length + 100);
    assertEquals(
        "model, byte %s: the file ends in its data; it should have %s bytes; copy or save it again"
            .formatted(bytes.length, header.length + 200_000_000),
        refused(new ByteArrayInputStream(bytes)).getMessage());
  }

  @Test
  void everyPrefixSaysWhereItEnds() {
    byte[] bytes = Model.initial(Network.of(REGISTRY, Shape.of(2), "dense(units=3)"), 1).toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] prefix = Arrays.copyOf(bytes, length);
      ModelFormatException ofStream = refused(new ByteArrayInputStream(prefix));
      ModelFormatException ofArray =
          assertThrows(ModelFormatException.class, () -> Model.load(prefix, REGISTRY));
      assertEquals(ofArray.getMessage(), ofStream.getMessage());
      assertEquals(ofArray.offset(), ofStream.offset());
    }
  }
}
