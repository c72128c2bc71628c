package dev.nn.lecture.explain;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.lecture.step.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads weights as the lecture writes them, W[l] with a row for each neuron and a semicolon after
 * each row but the last: {@code W[1] = 0.5 -0.3; 0.1 0.8 b[1] = 0 0.1}.
 */
final class GivenWeights {
  private static final Pattern NAMED =
      Pattern.compile("\\s*([Wb])\\s*\\[?\\s*(\\d+)\\s*]?\\s*=\\s*([^Wb=]*)");

  private GivenWeights() {}

  /**
   * Returns a model with the weights that the text gives, and with its own where it gives none.
   *
   * @throws DataException if the text cannot be read or does not fit the network
   */
  static Model in(Model model, String text) {
    Map<String, float[]> weights = Recorder.weights(model);
    Matcher named = NAMED.matcher(text);
    int end = 0;
    while (named.lookingAt()) {
      String symbol = named.group(1) + "[" + named.group(2) + "]";
      String name =
          (Integer.parseInt(named.group(2)) - 1)
              + (named.group(1).equals("W") ? ".dense.kernel" : ".dense.bias");
      if (!weights.containsKey(name)) {
        throw new DataException(
            "--weights: the network has no %s, its layers are 1 to %s"
                .formatted(symbol, model.network().layers().size()));
      }
      weights.put(name, values(symbol, named.group(3), model.parameterShape(name)));
      end = named.end();
      named.region(end, text.length());
    }
    if (!text.substring(end).isBlank() || text.isBlank()) {
      throw new DataException(
          "--weights: cannot read \"%s\": write \"W[1] = 0.5 -0.3; 0.1 0.8  b[1] = 0 0.1\", a row for each neuron"
              .formatted(text.substring(end).strip()));
    }
    return Model.of(model.network(), weights);
  }

  private static float[] values(String symbol, String text, Shape shape) {
    boolean isMatrix = symbol.startsWith("W");
    int units = shape.last();
    int inputs = isMatrix ? shape.size() / units : 1;
    List<float[]> rows = new ArrayList<>();
    if (isMatrix) {
      for (String row : text.split(";", -1)) {
        rows.add(numbers(symbol, row));
      }
    } else {
      for (float value : numbers(symbol, text.replace(';', ' '))) {
        rows.add(new float[] {value});
      }
    }
    if (rows.size() != units || rows.stream().anyMatch(row -> row.length != inputs)) {
      throw new DataException(
          isMatrix
              ? "--weights: %s has %s with %s each, got %s; write as in \"%s = %s\""
                  .formatted(
                      symbol,
                      units == 1 ? "1 row" : units + " rows",
                      inputs == 1 ? "1 number" : inputs + " numbers",
                      sizes(rows),
                      symbol,
                      example(units, inputs))
              : "--weights: %s has %s, got %s"
                  .formatted(symbol, units == 1 ? "1 number" : units + " numbers", rows.size()));
    }
    float[] kernel = new float[units * inputs];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < inputs; j++) {
        kernel[j * units + i] = rows.get(i)[j];
      }
    }
    return kernel;
  }

  private static String sizes(List<float[]> rows) {
    String lengths =
        rows.stream()
            .map(row -> String.valueOf(row.length))
            .distinct()
            .collect(Collectors.joining(" and "));
    return "%s with %s %s"
        .formatted(
            rows.size() == 1 ? "1 row" : rows.size() + " rows",
            lengths,
            lengths.equals("1") ? "number" : "numbers");
  }

  private static String example(int rows, int columns) {
    String row = "0.1 ".repeat(columns).strip();
    return (row + "; ").repeat(rows - 1) + row;
  }

  /** Reads numbers with blanks or commas between them. */
  static float[] numbers(String what, String text) {
    String[] words = text.strip().split("[\\s,]+", -1);
    float[] numbers = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        numbers[i] = Float.parseFloat(words[i]);
      } catch (NumberFormatException e) {
        throw new DataException(
            "%s: \"%s\" is no number; write numbers with blanks or commas between them, such as 0.5 -1"
                .formatted(what, words[i]),
            e);
      }
      if (!Float.isFinite(numbers[i])) {
        throw new DataException(
            words[i].matches(".*[0-9].*")
                ? "%s: %s is too large for a float, the largest of which is 3.4e38"
                    .formatted(what, words[i])
                : "%s: %s is not finite; write a number such as 0.5".formatted(what, words[i]));
      }
    }
    return numbers;
  }
}
