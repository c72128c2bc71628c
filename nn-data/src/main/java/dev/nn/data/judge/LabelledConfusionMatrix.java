package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.ConfusionMatrix;
import dev.nn.data.table.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each, by the names of the classes.
 *
 * <pre>{@code
 * System.out.println(LabelledConfusionMatrix.of(model, test));
 * }</pre>
 */
public final class LabelledConfusionMatrix {
  private final List<String> labels;
  private final int[][] counts;

  /** Takes the array over. */
  LabelledConfusionMatrix(List<String> labels, int[][] counts) {
    this.labels = List.copyOf(labels);
    this.counts = counts;
  }

  /**
   * Predicts every example of a data set of classes, or of yes or no.
   *
   * @throws DataException if its targets are numbers, or a prediction is NaN
   * @throws dev.nn.api.ShapeException if the model does not fit the data
   */
  public static LabelledConfusionMatrix of(Model model, Dataset data) {
    List<String> labels = labels(data.targets());
    ConfusionMatrix matrix = model.confusionMatrix(data);
    int undecided = IntStream.range(0, matrix.classes()).map(matrix::undecided).sum();
    if (undecided > 0) {
      throw new DataException(
          "the network predicts NaN for %s of %s examples, which is no class: its weights or its input hold NaN"
              .formatted(undecided, data.rows()));
    }
    int[][] counts = new int[labels.size()][labels.size()];
    for (int actual = 0; actual < matrix.classes(); actual++) {
      for (int said = 0; said < matrix.classes(); said++) {
        counts[actual][said] = matrix.count(actual, said);
      }
    }
    return new LabelledConfusionMatrix(labels, counts);
  }

  private static List<String> labels(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return classes.labels();
    }
    if (targets instanceof Targets.Binary binary) {
      return List.of(binary.no(), binary.yes());
    }
    throw new DataException(
        "a confusion matrix counts classes, but the targets are " + targets + "; see Judgement");
  }

  /** The names of the classes. */
  public List<String> labels() {
    return labels;
  }

  /** How many rows of one class were taken for another or for the same, by class index. */
  public int count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** The same by the names of the classes. */
  public int count(String actual, String predicted) {
    return count(index(actual), index(predicted));
  }

  private int index(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "no class is named \"%s\"; the classes are %s".formatted(label, labels));
    }
    return index;
  }

  /** How many rows are of a class. */
  public int support(int ofClass) {
    return Arrays.stream(counts[ofClass]).sum();
  }

  /** How many rows were taken for a class. */
  public int predicted(int ofClass) {
    return Arrays.stream(counts).mapToInt(row -> row[ofClass]).sum();
  }

  /** How well a class is told from the others, with the area under its curve. */
  ClassScore score(int ofClass, double rocAuc) {
    int hits = counts[ofClass][ofClass];
    int support = support(ofClass);
    int predicted = predicted(ofClass);
    return new ClassScore(
        labels.get(ofClass),
        share(hits, predicted),
        share(hits, support),
        share(2.0 * hits, (double) support + predicted),
        support,
        predicted,
        rocAuc);
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelledConfusionMatrix that
        && labels.equals(that.labels)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(labels, Arrays.deepHashCode(counts));
  }

  /** A table with a row for each class, and a column for each that it was taken for. */
  @Override
  public String toString() {
    List<String> head = new ArrayList<>(List.of("is \\ said"));
    head.addAll(labels);
    TextTable table = TextTable.ofNumbers(head);
    for (int actual = 0; actual < counts.length; actual++) {
      List<String> cells = new ArrayList<>(List.of(labels.get(actual)));
      Arrays.stream(counts[actual]).mapToObj(String::valueOf).forEach(cells::add);
      table.add(cells);
    }
    return table.toString();
  }
}
