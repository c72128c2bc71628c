package dev.nn.core.internal.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The version of the format in texts by key, or in a header that {@link HeaderParser} refuses. */
public final class StatedVersion {
  private static final String KEY = "format_version";

  private StatedVersion() {}

  /** The version of a file's format, known or not; 0 if it says none. */
  public static long of(Map<String, String> texts) {
    String version = texts.getOrDefault(KEY, "");
    return version.matches("[1-9][0-9]{0,17}") ? Long.parseLong(version) : 0;
  }

  /** The texts of a header whatever else is in it; none if it is not JSON. */
  static Map<String, String> texts(byte[] header) {
    Map<String, String> texts = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(header)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isMetadata = json.currentName().equals(TensorHeader.METADATA);
        if (json.nextToken() == JsonToken.START_OBJECT && isMetadata) {
          read(json, texts);
        } else {
          json.skipChildren();
        }
      }
      return texts;
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static void read(JsonParser json, Map<String, String> texts) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(key, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }
}
