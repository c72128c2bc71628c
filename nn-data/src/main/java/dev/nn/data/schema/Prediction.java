package dev.nn.data.schema;

import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.TextColumn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The prediction for a row, in the words of the table.
 *
 * @param label the class, the word for yes or no, the number as a text, or the labels that hold,
 *     separated by blanks
 * @param probabilities the probability of each class by its name, or of each label; empty if
 *     numbers are predicted
 * @param values the predicted numbers by their column; empty if classes or labels are predicted
 */
public record Prediction(
    String label, Map<String, Double> probabilities, Map<String, Double> values) {
  private static final double HALF = 0.5;

  /** Copies the maps, which keep their order. */
  public Prediction {
    probabilities = copy(probabilities);
    values = copy(values);
  }

  private static Map<String, Double> copy(Map<String, Double> numbers) {
    return numbers instanceof NamedNumbers
        ? numbers
        : Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /** What is predicted for one of the columns of a target, as the table has it. */
  static Column column(List<Prediction> predictions, TargetEncoder target, int column) {
    String name = target.names().get(column);
    if (target instanceof TargetEncoder.Numbers) {
      return NumberColumn.of(
          name, predictions.stream().mapToDouble(p -> number(p.values(), name)).toArray());
    }
    List<String> words = target.labels(column);
    boolean isSeveral = target.names().size() > 1;
    return TextColumn.of(
        name,
        predictions.stream()
            .map(
                p ->
                    isSeveral ? words.get(number(p.probabilities(), name) > HALF ? 1 : 0) : p.label)
            .toList());
  }

  private static double number(Map<String, Double> numbers, String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }
}
