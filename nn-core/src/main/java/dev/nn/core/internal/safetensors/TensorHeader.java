package dev.nn.core.internal.safetensors;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The header of a tensor file: JSON with the tensors and, under {@code __metadata__}, texts by key.
 * Among these is the checksum, {@code sha256}: over the header with the checksum's digits replaced
 * by zeros, and the data.
 *
 * @param metadata texts by key, the checksum included
 * @param tensors in the order of their data, which they cover without holes or overlaps
 */
public record TensorHeader(SortedMap<String, String> metadata, List<TensorEntry> tensors) {
  static final String METADATA = "__metadata__";
  static final String CHECKSUM = "sha256";
  static final String NO_CHECKSUM = "0".repeat(64);
  private static final int ALIGNMENT = 8;

  public TensorHeader {
    metadata = new TreeMap<>(metadata);
    tensors = List.copyOf(tensors);
  }

  /** Bytes of all data. */
  public long dataSize() {
    return tensors.isEmpty() ? 0 : tensors.get(tensors.size() - 1).end();
  }

  /** Lays tensors out one after the other. */
  static TensorHeader of(Map<String, String> metadata, List<Tensor> tensors) {
    List<TensorEntry> entries = new ArrayList<>();
    long begin = 0;
    for (Tensor tensor : tensors) {
      long end = begin + tensor.byteSize();
      entries.add(new TensorEntry(tensor.name(), tensor.type(), tensor.shape(), begin, end));
      begin = end;
    }
    SortedMap<String, String> withChecksum = new TreeMap<>(metadata);
    withChecksum.put(CHECKSUM, NO_CHECKSUM);
    return new TensorHeader(withChecksum, entries);
  }

  /** The JSON text in UTF-8, filled up with spaces so that the data is aligned. */
  public byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeObjectFieldStart(METADATA);
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      for (TensorEntry tensor : tensors) {
        write(json, tensor);
      }
      json.writeEndObject();
    }
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, TensorEntry tensor) throws IOException {
    json.writeObjectFieldStart(tensor.name());
    json.writeStringField("dtype", tensor.type().name());
    json.writeArrayFieldStart("shape");
    for (long dimension : tensor.shape()) {
      json.writeNumber(dimension);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("data_offsets");
    json.writeNumber(tensor.begin());
    json.writeNumber(tensor.end());
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Where the digits of the checksum stand in the header's bytes; −1 if they do not. */
  static int checksumPosition(byte[] header, String checksum) {
    byte[] wanted =
        ("\"" + CHECKSUM + "\":\"" + checksum + "\"").getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at + wanted.length <= header.length; at++) {
      int matched = 0;
      while (matched < wanted.length && header[at + matched] == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return at + CHECKSUM.length() + 4;
      }
    }
    return -1;
  }
}
