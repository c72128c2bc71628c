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
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static Prediction of(TargetEncoder target, float[] output) {
    if (output.length != target.targets().columns()) {
      throw new IllegalArgumentException(
          "%s outputs, but the target has %s".formatted(output.length, target.targets().columns()));
    }
    for (float number : output) {
      if (Float.isNaN(number)) {
        throw new IllegalStateException(
            "the network predicts NaN, which is no answer: its weights or its input hold NaN");
      }
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (target instanceof TargetEncoder.Classes classes) {
      int best = 0;
      for (int i = 0; i < output.length; i++) {
        numbers.put(classes.labels().get(i), (double) output[i]);
        best = output[i] > output[best] ? i : best;
      }
      return new Prediction(classes.labels().get(best), numbers, Map.of());
    }
    if (target instanceof TargetEncoder.Flags flags) {
      return of(flags, output);
    }
    List<Scale> scales = ((TargetEncoder.Numbers) target).scales();
    for (int i = 0; i < output.length; i++) {
      numbers.put(target.names().get(i), scales.get(i).restored(output[i]));
    }
    String label = String.join(" ", numbers.values().stream().map(NumberColumn::text).toList());
    return new Prediction(label, Map.of(), numbers);
  }

  private static Prediction of(TargetEncoder.Flags flags, float[] output) {
    if (flags.single()) {
      Map<String, Double> both = new LinkedHashMap<>();
      both.put(flags.no().get(0), 1.0 - output[0]);
      both.put(flags.yes().get(0), (double) output[0]);
      return new Prediction((output[0] > HALF ? flags.yes() : flags.no()).get(0), both, Map.of());
    }
    Map<String, Double> each = new LinkedHashMap<>();
    StringBuilder holds = new StringBuilder();
    for (int i = 0; i < output.length; i++) {
      each.put(flags.names().get(i), (double) output[i]);
      if (output[i] > HALF) {
        holds.append(holds.isEmpty() ? "" : " ").append(flags.names().get(i));
      }
    }
    return new Prediction(holds.toString(), each, Map.of());
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
