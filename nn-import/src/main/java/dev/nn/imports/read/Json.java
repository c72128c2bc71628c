package dev.nn.imports.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads JSON texts of files: trees of values, never classes, and no key twice. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * Returns an object.
   *
   * @param what what messages call the text
   */
  public static JsonNode object(byte[] bytes, int from, int length, String what) {
    try {
      JsonNode node = MAPPER.readTree(bytes, from, length);
      if (node == null || !node.isObject()) {
        throw new Refusal(what + " is no JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new Refusal("%s cannot be read: %s".formatted(what, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(what, e.getMessage()), e);
    }
  }

  /** Returns an object of a whole text. */
  public static JsonNode object(byte[] bytes, String what) {
    return object(bytes, 0, bytes.length, what);
  }
}
