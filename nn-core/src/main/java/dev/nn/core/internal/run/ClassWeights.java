package dev.nn.core.internal.run;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.message.NearestNames;
import dev.nn.core.message.Plural;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much the examples of each class count, as the user says it: by index, by label, or so that
 * all classes count alike. The training set makes numbers by index of it.
 *
 * @param byIndex by class index; empty where all count alike, or another way was taken
 * @param byLabel by label; those that are not named count 1
 * @param isBalanced whether each class counts n / (k · nᶜ), with n examples, nᶜ of them of the
 *     class, and k classes that occur
 */
public record ClassWeights(
    List<Double> byIndex, SortedMap<String, Double> byLabel, boolean isBalanced) {

  /** All classes count alike. */
  public static final ClassWeights NONE = of(List.of());

  public ClassWeights {
    byIndex = List.copyOf(byIndex);
    byLabel = Collections.unmodifiableSortedMap(new TreeMap<>(byLabel));
  }

  /** By class index. */
  public static ClassWeights of(List<Double> byIndex) {
    return new ClassWeights(byIndex, new TreeMap<>(), false);
  }

  /** By label. */
  public static ClassWeights of(Map<String, Double> byLabel) {
    return new ClassWeights(List.of(), new TreeMap<>(byLabel), false);
  }

  /** So that all classes count alike, however many examples each has. */
  public static ClassWeights balanced() {
    return new ClassWeights(List.of(), new TreeMap<>(), true);
  }

  /**
   * The weights by class index. To balance them, the targets are read once.
   *
   * @throws DataException if the targets are no classes, or a label is none of theirs
   */
  List<Double> in(Dataset data) {
    if (byLabel.isEmpty() && !isBalanced) {
      return byIndex;
    }
    List<String> labels = labels(data.targets());
    return isBalanced ? balance(data, labels.size()) : named(labels);
  }

  private static List<String> labels(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return classes.labels();
    }
    if (targets instanceof Targets.Binary words) {
      return List.of(words.no(), words.yes());
    }
    throw notClasses(targets);
  }

  /** Says what to do where class weights are given and the targets are no classes. */
  static DataException notClasses(Targets targets) {
    return new DataException(
        "class weights are given, but the targets are %s, not classes: give rows a weight with Dataset.withWeights instead"
            .formatted(
                targets instanceof Targets.Real
                    ? Plural.of(targets.columns(), "real number")
                    : targets.toString()));
  }

  private List<Double> named(List<String> labels) {
    for (String label : byLabel.keySet()) {
      if (!labels.contains(label)) {
        throw new DataException(
            "a class weight is given for \"%s\", which is none of the classes.%s Classes: %s"
                .formatted(label, NearestNames.hint(label, labels), String.join(", ", labels)));
      }
    }
    return labels.stream().map(label -> byLabel.getOrDefault(label, 1.0)).toList();
  }

  private static List<Double> balance(Dataset data, int classes) {
    long[] counts = new long[classes];
    Matrix target = Matrix.zeros(1, data.targets().columns());
    for (int row = 0; row < data.rows() && !Thread.currentThread().isInterrupted(); row++) {
      data.readTarget(row, target, 0);
      boolean isBinary = data.targets() instanceof Targets.Binary;
      int index = isBinary ? (target.get(0, 0) > 0.5f ? 1 : 0) : Metrics.argMax(target, 0);
      if (index >= 0) {
        counts[index]++;
      }
    }
    long occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    List<Double> weights = new ArrayList<>();
    for (long count : counts) {
      weights.add(count == 0 ? 1 : (double) data.rows() / ((double) occurring * count));
    }
    return weights;
  }
}
