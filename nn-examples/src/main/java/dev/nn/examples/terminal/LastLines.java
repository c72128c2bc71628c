package dev.nn.examples.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a command ends with, for scripts to read: a line for each result, such as {@code test
 * accuracy 0.9667}, or one line of JSON, in which a name has underscores and a number all its
 * digits.
 */
public final class LastLines {
  private final Map<String, Object> results = new LinkedHashMap<>();

  /** Adds a number. */
  public LastLines with(String name, double value) {
    results.put(name, value);
    return this;
  }

  /** Adds a count. */
  public LastLines with(String name, long count) {
    results.put(name, count);
    return this;
  }

  /** Adds a text. */
  public LastLines with(String name, String text) {
    results.put(name, text);
    return this;
  }

  /** Prints the results in the order in which they were added. */
  void print(Terminal terminal, boolean json) {
    if (json) {
      terminal.out().println(json());
      return;
    }
    results.forEach(
        (name, value) ->
            terminal
                .out()
                .println(
                    name
                        + " "
                        + (value instanceof Double number
                            ? String.format(Locale.ROOT, "%.4f", number)
                            : value)));
  }

  private String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> result : results.entrySet()) {
        json.writeFieldName(result.getKey().replace(' ', '_'));
        if (result.getValue() instanceof Double number) {
          json.writeNumber(number);
        } else if (result.getValue() instanceof Long count) {
          json.writeNumber(count);
        } else {
          json.writeString(result.getValue().toString());
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new AssertionError("a writer in memory failed", e);
    }
    return text.toString();
  }
}
