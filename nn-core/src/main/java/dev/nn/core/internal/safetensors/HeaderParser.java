package dev.nn.core.internal.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the JSON of a header, strictly: what a file of ours has and nothing else. */
public final class HeaderParser {
  /** The header is in memory already, whose length is bounded, so its texts may be as long. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private static final int MAX_RANK = 16;

  private final JsonParser json;
  private final long start;
  private final SortedMap<String, String> metadata = new TreeMap<>();
  private final List<TensorEntry> tensors = new ArrayList<>();

  private HeaderParser(JsonParser json, long start) {
    this.json = json;
    this.start = start;
  }

  /**
   * Reads the text of a header.
   *
   * @param start byte of the file at which the header starts
   * @throws FormatException if it breaks the rules
   */
  public static TensorHeader parse(byte[] header, long start) throws FormatException {
    try (JsonParser json = FACTORY.createParser(header)) {
      return new HeaderParser(json, start).parse();
    } catch (JsonProcessingException e) {
      long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      throw new FormatException(
          start + offset,
          "the header is not JSON: " + e.getOriginalMessage() + "; copy or save the file again",
          e);
    } catch (IOException e) {
      throw new FormatException(start, "the header is not UTF-8: " + e.getMessage(), e);
    }
  }

  private TensorHeader parse() throws IOException, FormatException {
    expect(json.nextToken(), JsonToken.START_OBJECT, "the header must be a JSON object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      expect(json.nextToken(), JsonToken.START_OBJECT, "an object must follow \"" + name + "\"");
      if (name.equals(TensorHeader.METADATA)) {
        metadata();
      } else {
        tensors.add(tensor(name));
      }
    }
    if (json.nextToken() != null) {
      throw error("something follows the header's object");
    }
    return new TensorHeader(metadata, tensors);
  }

  private void metadata() throws IOException, FormatException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      expect(json.nextToken(), JsonToken.VALUE_STRING, "metadata \"" + key + "\" must be a text");
      metadata.put(key, json.getText());
    }
  }

  private TensorEntry tensor(String name) throws IOException, FormatException {
    TensorType type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "dtype" -> type = type(name, value);
        case "shape" -> shape = numbers(name, value);
        case "data_offsets" -> offsets = numbers(name, value);
        default -> throw error("tensor \"" + name + "\" has an unknown field \"" + key + "\"");
      }
    }
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw error("tensor \"" + name + "\" must have dtype, shape and two data_offsets");
    }
    TensorEntry tensor = new TensorEntry(name, type, shape, offsets.get(0), offsets.get(1));
    checkSize(tensor);
    return tensor;
  }

  private TensorType type(String name, JsonToken value) throws IOException, FormatException {
    expect(value, JsonToken.VALUE_STRING, "dtype of tensor \"" + name + "\" must be a text");
    for (TensorType type : TensorType.values()) {
      if (type.name().equals(json.getText())) {
        return type;
      }
    }
    throw error(
        "dtype of tensor \"%s\" must be one of %s, not %s"
            .formatted(name, Arrays.toString(TensorType.values()), json.getText()));
  }

  private List<Long> numbers(String name, JsonToken value) throws IOException, FormatException {
    expect(
        value, JsonToken.START_ARRAY, "shape and data_offsets of \"" + name + "\" must be lists");
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
          || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          || json.getLongValue() < 0
          || numbers.size() == MAX_RANK) {
        throw error(
            "shape and data_offsets of \"" + name + "\" must be short lists of whole numbers");
      }
      numbers.add(json.getLongValue());
    }
    return numbers;
  }

  private void checkSize(TensorEntry tensor) throws FormatException {
    long expected = tensor.type().bytes();
    try {
      for (long dimension : tensor.shape()) {
        expected = Math.multiplyExact(expected, dimension);
      }
    } catch (ArithmeticException e) {
      throw error(
          "the shape of tensor \"" + tensor.name() + "\" is too large: " + tensor.shape(), e);
    }
    if (tensor.end() - tensor.begin() != expected) {
      throw error(
          "tensor \"%s\" with shape %s has %s bytes, but its data_offsets [%s, %s] do not fit"
              .formatted(tensor.name(), tensor.shape(), expected, tensor.begin(), tensor.end()));
    }
    long previousEnd = tensors.isEmpty() ? 0 : tensors.get(tensors.size() - 1).end();
    if (tensor.begin() != previousEnd) {
      throw error(
          "the data of tensor \"%s\" begins at %s, %s the data before it, which ends at %s"
              .formatted(
                  tensor.name(),
                  tensor.begin(),
                  tensor.begin() < previousEnd ? "within" : "not directly after",
                  previousEnd));
    }
  }

  private void expect(JsonToken found, JsonToken wanted, String problem) throws FormatException {
    if (found != wanted) {
      throw error(problem);
    }
  }

  private FormatException error(String problem) {
    return new FormatException(offset(), problem);
  }

  private FormatException error(String problem, Throwable cause) {
    return new FormatException(offset(), problem, cause);
  }

  private long offset() {
    return start + Math.max(0, json.currentTokenLocation().getByteOffset());
  }
}
