package dev.nn.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lines of JSON for trials and journals. */
final class Json {
  private static final String TRIAL = "trial";
  private static final String EPOCHS = "epochs";
  private static final String SCORE = "score";
  private static final String FAILURE = "failure";
  private static final String SETTINGS = "settings";

  private Json() {}

  /** A line of a result. */
  static String rank(int rank, TrialResult result, Measure measure) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("rank", rank);
    line.put("measure", measure.name());
    put(line, result);
    return line.toString();
  }

  /** A line of a journal. */
  static String trial(TrialResult result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    put(line, result);
    return line.toString();
  }

  private static void put(ObjectNode line, TrialResult result) {
    line.put(TRIAL, result.number()).put(EPOCHS, result.epochs());
    result.score().ifPresent(value -> line.put(SCORE, value));
    result.failure().ifPresent(reason -> line.put(FAILURE, reason));
    ObjectNode settings = line.putObject(SETTINGS);
    result.settings().texts().forEach(settings::put);
  }

  /** What {@link #trial} wrote; absent if it is something else. */
  static Optional<TrialResult> trial(String text) {
    Optional<JsonNode> read = read(text);
    if (read.isEmpty()
        || !read.get().path(TRIAL).isInt()
        || !read.get().path(EPOCHS).isInt()
        || !read.get().path(SETTINGS).isObject()
        || read.get().path(SCORE).isNumber() == read.get().path(FAILURE).isTextual()) {
      return Optional.empty();
    }
    JsonNode line = read.get();
    Map<String, String> texts = new LinkedHashMap<>();
    line.path(SETTINGS).properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    return Optional.of(
        new TrialResult(
            line.path(TRIAL).intValue(),
            new Settings(texts),
            line.path(EPOCHS).intValue(),
            line.has(SCORE)
                ? OptionalDouble.of(line.path(SCORE).doubleValue())
                : OptionalDouble.empty(),
            Optional.of(line.path(FAILURE)).filter(JsonNode::isTextual).map(JsonNode::asText)));
  }

  /** The texts of one flat object, in order. */
  static String object(Map<String, String> texts) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    texts.forEach(line::put);
    return line.toString();
  }

  /** What {@link #object} wrote; empty if it is something else. */
  static Map<String, String> object(String text) {
    Map<String, String> texts = new LinkedHashMap<>();
    read(text)
        .ifPresent(
            line -> line.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText())));
    return texts;
  }

  private static Optional<JsonNode> read(String text) {
    try {
      return Optional.ofNullable(new ObjectMapper().readTree(text)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
