package dev.nn.imports.torch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.imports.read.Elements;
import dev.nn.imports.read.Json;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads safetensors files of other tools: a header of JSON and then numbers. The format keeps no
 * order of its own, so tensors come in the order of their names, numbers in these by value.
 */
public final class Safetensors {
  private static final int PREFIX = 8;
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_HEADER = 100_000_000;
  private static final Pattern PART = Pattern.compile("\\d+|\\D+");
  private static final Map<String, Elements> TYPES =
      Map.of(
          "F16", Elements.FLOAT16,
          "BF16", Elements.BFLOAT16,
          "F32", Elements.FLOAT32,
          "F64", Elements.FLOAT64,
          "I8", Elements.INT8,
          "U8", Elements.UINT8,
          "I16", Elements.INT16,
          "I32", Elements.INT32,
          "I64", Elements.INT64);

  private Safetensors() {}

  /** Whether bytes begin as such a file does. */
  public static boolean isOne(byte[] bytes) {
    if (bytes.length < PREFIX + 2) {
      return false;
    }
    long length = headerLength(bytes);
    return length >= 2 && length <= bytes.length - PREFIX && bytes[PREFIX] == '{';
  }

  private static long headerLength(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
  }

  /** Returns the tensors. */
  public static List<Tensor> read(byte[] bytes) {
    int length = (int) Math.min(headerLength(bytes), LONGEST_HEADER + 1L);
    if (length > LONGEST_HEADER) {
      throw new Refusal("a header of more than %s bytes".formatted(LONGEST_HEADER));
    }
    JsonNode header = Json.object(bytes, PREFIX, length, "the header");
    ByteBuffer numbers =
        ByteBuffer.wrap(bytes, PREFIX + length, bytes.length - PREFIX - length)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    List<Tensor> tensors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (!field.getKey().equals("__metadata__")) {
        tensors.add(tensor(field.getKey(), field.getValue(), numbers));
      }
    }
    tensors.sort(Comparator.comparing(Tensor::name, Safetensors::naturally));
    return tensors;
  }

  private static Tensor tensor(String name, JsonNode entry, ByteBuffer numbers) {
    if (name.length() > LONGEST_NAME) {
      throw new Refusal("a tensor whose name has %s letters".formatted(name.length()));
    }
    String type = entry.path("dtype").asText();
    Elements elements = TYPES.get(type);
    if (elements == null) {
      throw new Refusal("%s has numbers of the type %s; save it as float32".formatted(name, type));
    }
    List<Long> shape = longs(entry.path("shape"), name, "shape");
    List<Long> offsets = longs(entry.path("data_offsets"), name, "data_offsets");
    if (offsets.size() != 2
        || offsets.get(0) < 0
        || offsets.get(1) < offsets.get(0)
        || offsets.get(1) > numbers.limit()) {
      throw new Refusal(
          "%s lies at %s, but there are %s bytes of numbers"
              .formatted(name, offsets, numbers.limit()));
    }
    long bytes = offsets.get(1) - offsets.get(0);
    int count = Tensor.places(name, shape, bytes / elements.bytes());
    if ((long) count * elements.bytes() != bytes) {
      throw new Refusal(
          "%s of the shape %s has %s bytes, not those of %s numbers"
              .formatted(name, shape, bytes, count));
    }
    ByteBuffer own =
        numbers.slice(offsets.get(0).intValue(), (int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> dimensions = shape.stream().map(Long::intValue).toList();
    return new Tensor(name, dimensions, elements.read(own, count));
  }

  private static List<Long> longs(JsonNode node, String tensor, String what) {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : node) {
      if (!number.canConvertToLong() || !number.isIntegralNumber()) {
        throw new Refusal("%s of %s is %s".formatted(what, tensor, node));
      }
      numbers.add(number.asLong());
    }
    return numbers;
  }

  /** {@code net.2.weight} before {@code net.10.weight}, and a layer's weight before its bias. */
  private static int naturally(String one, String other) {
    Matcher first = PART.matcher(one);
    Matcher second = PART.matcher(other);
    while (first.find() && second.find()) {
      int order = comparePart(first.group(), second.group());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static int comparePart(String one, String other) {
    boolean areNumbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
    return areNumbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }
}
