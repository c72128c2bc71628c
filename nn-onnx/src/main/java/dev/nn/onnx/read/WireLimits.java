package dev.nn.onnx.read;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Map;

/**
 * Measures a file before it is parsed. A parsed message takes up to a hundred times the room of its
 * bytes if it is made of many small fields; so these are counted first, and a file that has more of
 * them than any network of layers is refused. Only the bytes of weights are free of this bound,
 * since they take the room that they have in the file.
 */
final class WireLimits {
  private static final int MOST_FIELDS = 200_000;

  /** A list of whole numbers grows eightfold; weights are no such lists. */
  private static final int MOST_PACKED = 1 << 20;

  /** The kinds of messages, and which fields of each are messages again. */
  private enum Kind {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    TENSOR,
    OTHER
  }

  private static final Map<Kind, Map<Integer, Kind>> CHILDREN =
      Map.of(
          Kind.MODEL,
          Map.of(7, Kind.GRAPH, 8, Kind.OTHER, 14, Kind.OTHER, 20, Kind.OTHER, 25, Kind.OTHER),
          Kind.GRAPH,
          Map.of(
              1,
              Kind.NODE,
              5,
              Kind.TENSOR,
              11,
              Kind.OTHER,
              12,
              Kind.OTHER,
              13,
              Kind.OTHER,
              14,
              Kind.OTHER,
              15,
              Kind.OTHER),
          Kind.NODE,
          Map.of(5, Kind.ATTRIBUTE),
          Kind.ATTRIBUTE,
          Map.of(5, Kind.TENSOR, 6, Kind.GRAPH, 10, Kind.TENSOR, 11, Kind.GRAPH));

  /** Of a tensor: float_data, raw_data and double_data. */
  private static final int FLOAT_DATA = 4;

  private static final int RAW_DATA = 9;
  private static final int DOUBLE_DATA = 10;
  private static final int DEEPEST = 20;

  private int fields;

  private WireLimits() {}

  /**
   * Checks the bytes of a file.
   *
   * @throws Refusal if it has too many fields
   * @throws IOException if it is no protobuf message
   */
  static void check(byte[] file) throws IOException {
    new WireLimits().measure(CodedInputStream.newInstance(file), Kind.MODEL, 0);
  }

  private void measure(CodedInputStream in, Kind kind, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new Refusal("its graphs are nested more than " + DEEPEST + " deep");
    }
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (++fields > MOST_FIELDS) {
        throw new Refusal(
            "it has more than " + MOST_FIELDS + " fields, which no network of layers has");
      }
      int field = WireFormat.getTagFieldNumber(tag);
      boolean isLength = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      Kind child = CHILDREN.getOrDefault(kind, Map.of()).get(field);
      if (isLength && child != null && child != Kind.OTHER) {
        int before = in.pushLimit(in.readRawVarint32());
        measure(in, child, depth + 1);
        in.checkLastTagWas(0);
        in.popLimit(before);
      } else if (isLength) {
        skip(in, kind, child, field);
      } else if (!in.skipField(tag)) {
        throw new IOException("a group ends that did not begin");
      }
    }
  }

  private void skip(
      CodedInputStream in, Kind kind, @org.jspecify.annotations.Nullable Kind child, int field)
      throws IOException {
    int length = in.readRawVarint32();
    boolean areWeights =
        kind == Kind.TENSOR && (field == FLOAT_DATA || field == RAW_DATA || field == DOUBLE_DATA);
    if (!areWeights && length > MOST_PACKED) {
      throw new Refusal(
          "one of its fields has %s bytes, which no part of a network but weights has"
              .formatted(length));
    }
    if (child == Kind.OTHER) {
      // Each two bytes may be a message of their own.
      fields += length / 8;
    }
    in.skipRawBytes(length);
  }
}
