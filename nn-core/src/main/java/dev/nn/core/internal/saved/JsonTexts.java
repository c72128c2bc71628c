package dev.nn.core.internal.saved;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Lists of texts, and lists of such lists, as JSON. */
final class JsonTexts {
  /**
   * The largest number of lists, of plugins for example. A file that has more lies, and they would
   * take far more memory than their text.
   */
  private static final int MOST_LISTS = 100_000;

  private static final JsonFactory JSON = new JsonFactory();

  private JsonTexts() {}

  private interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  /** A list of texts as JSON. */
  static String row(List<String> texts) throws IOException {
    return json(out -> writeRow(out, texts));
  }

  /** A list of lists of texts as JSON. */
  static String rows(List<List<String>> rows) throws IOException {
    return json(
        out -> {
          out.writeStartArray();
          for (List<String> row : rows) {
            writeRow(out, row);
          }
          out.writeEndArray();
        });
  }

  private static String json(Writing writing) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      writing.to(out);
    }
    return text.toString();
  }

  private static void writeRow(JsonGenerator out, List<String> texts) throws IOException {
    out.writeStartArray();
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  /**
   * Reads what {@link #row} wrote.
   *
   * @param key what the text is, for messages
   * @throws IllegalArgumentException if it is anything else
   */
  static List<String> readRow(String key, String text) {
    List<List<String>> rows = readRows(key, "[" + text + "]");
    if (rows.size() != 1) {
      throw new IllegalArgumentException("\"" + key + "\" in the metadata is not one list");
    }
    return rows.get(0);
  }

  /**
   * Reads what {@link #rows} wrote.
   *
   * @param key what the text is, for messages
   * @throws IllegalArgumentException if it is anything else
   */
  static List<List<String>> readRows(String key, String text) {
    List<List<String>> rows = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      require(json.nextToken() == JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        require(json.currentToken() == JsonToken.START_ARRAY && rows.size() < MOST_LISTS);
        List<String> row = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          require(json.currentToken() == JsonToken.VALUE_STRING);
          row.add(json.getText());
        }
        rows.add(row);
      }
      require(json.nextToken() == null);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "\"%s\" in the metadata is not JSON with at most %s lists of texts"
              .formatted(key, MOST_LISTS),
          e);
    }
    return rows;
  }

  private static void require(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("not a list of lists of texts");
    }
  }
}
