package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.data.read.TextIndex;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Classes, or no and yes, and what was said instead.
 *
 * @param labels those of the model, then those that only the rows have
 * @param known how many the model has
 * @param actual the index of the label of each row
 * @param said the index of the label that the model said
 * @param probabilities of each row, for each label of the model
 * @param shares of the rows of training, for each label
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, seen by no one else
record LabelAnswers(
    String target,
    List<String> labels,
    int known,
    int[] actual,
    int[] said,
    double[][] probabilities,
    double[] shares)
    implements Answers {

  /** Sums of probabilities that were computed in single precision come this close to 1. */
  private static final double ROUNDING = 1e-3;

  private static final double HALF = 0.5;

  /** More are no classes that were forgotten, but another column. */
  private static final int MOST_UNKNOWN = 1_000;

  static LabelAnswers of(
      String target,
      List<String> known,
      boolean single,
      List<Prediction> predictions,
      Table train,
      Table test) {
    Map<String, Integer> labels = new LinkedHashMap<>();
    known.forEach(label -> labels.put(label, labels.size()));
    double[] shares = shares(indices(train, target, labels), labels.size());
    int[] actual = indices(test, target, labels);
    if (Arrays.stream(actual).allMatch(label -> label >= known.size())) {
      throw new DataException(
          "%s: column %s holds no class that the model knows; it has %s, the model %s"
              .formatted(
                  test.source(),
                  Quoted.text(target),
                  Quoted.list(List.copyOf(labels.keySet()).subList(known.size(), labels.size())),
                  Quoted.list(known)));
    }
    List<String> all = List.copyOf(labels.keySet());
    if (all.size() - known.size() > MOST_UNKNOWN) {
      throw new DataException(
          "%s: column %s holds %s classes that the model does not know, %s; is it the column that the model predicts?"
              .formatted(
                  test.source(),
                  Quoted.text(target),
                  all.size() - known.size(),
                  Quoted.list(all.subList(known.size(), all.size()))));
    }
    double[][] probabilities = new double[actual.length][];
    int[] said = new int[actual.length];
    for (int row = 0; row < actual.length; row++) {
      Prediction prediction = predictions.get(row);
      if (single) {
        probabilities[row] =
            prediction.probabilities().values().stream().mapToDouble(p -> p).toArray();
        said[row] = Objects.requireNonNull(labels.get(prediction.label()));
      } else {
        double yes = prediction.probabilities().getOrDefault(target, Double.NaN);
        probabilities[row] = new double[] {1 - yes, yes};
        said[row] = yes > HALF ? 1 : 0;
      }
    }
    return new LabelAnswers(
        target,
        all,
        known.size(),
        actual,
        said,
        probabilities,
        Arrays.copyOf(shares, labels.size()));
  }

  /** The label of each row; labels that are new are added. */
  private static int[] indices(Table table, String target, Map<String, Integer> labels) {
    Column column = table.column(target);
    TextIndex known = new TextIndex(List.copyOf(labels.keySet()));
    int[] indices = new int[table.rows()];
    for (int row = 0; row < indices.length; row++) {
      int next = labels.size();
      int index = known.indexOf(column, row);
      indices[row] = index >= 0 ? index : labels.computeIfAbsent(column.text(row), unknown -> next);
    }
    return indices;
  }

  private static double[] shares(int[] indices, int labels) {
    if (indices.length == 0) {
      throw new DataException("there are no rows that tell what to guess");
    }
    double[] shares = new double[labels];
    for (int index : indices) {
      shares[index]++;
    }
    for (int i = 0; i < labels; i++) {
      shares[i] /= indices.length;
    }
    return shares;
  }

  /** The most common label of training, the first of equals. */
  int common() {
    int common = 0;
    for (int i = 1; i < shares.length; i++) {
      common = shares[i] > shares[common] ? i : common;
    }
    return common;
  }

  /** 1 for each row that is answered right, else 0. */
  double[] hits() {
    double[] hits = new double[actual.length];
    Arrays.setAll(hits, row -> said[row] == actual[row] ? 1 : 0);
    return hits;
  }

  /** The same for the guess. */
  double[] guessHits() {
    int common = common();
    return Arrays.stream(actual).mapToDouble(label -> label == common ? 1 : 0).toArray();
  }

  /** Whether all outputs can be probabilities: between 0 and 1, and 1 in sum. */
  boolean areProbabilities() {
    return Arrays.stream(probabilities)
        .allMatch(
            row ->
                Arrays.stream(row).allMatch(p -> p >= 0 && p <= 1)
                    && Math.abs(Arrays.stream(row).sum() - 1) < ROUNDING);
  }

  /** The probability of a label in a row; 0 for a label that the model does not know. */
  double probability(int row, int label) {
    return label < known ? probabilities[row][label] : 0;
  }

  LabelledConfusionMatrix confusion() {
    int[][] counts = new int[labels.size()][labels.size()];
    for (int row = 0; row < actual.length; row++) {
      counts[actual[row]][said[row]]++;
    }
    return new LabelledConfusionMatrix(labels, counts);
  }

  @Override
  public int rows() {
    return actual.length;
  }

  /** What a reader should know about these rows. */
  List<String> remarks(LabelledConfusionMatrix confusion) {
    List<String> remarks = new ArrayList<>();
    List<String> absent =
        IntStream.range(0, known)
            .filter(label -> confusion.support(label) == 0)
            .mapToObj(labels::get)
            .toList();
    if (!absent.isEmpty()) {
      remarks.add(
          "no row is of %s: how well such rows are found is not known"
              .formatted(Quoted.list(absent)));
    }
    List<String> unknown =
        IntStream.range(known, labels.size())
            .filter(label -> confusion.support(label) > 0)
            .mapToObj(labels::get)
            .toList();
    if (!unknown.isEmpty()) {
      int strange = IntStream.range(known, labels.size()).map(confusion::support).sum();
      remarks.add(
          "%s of classes that training did not see, and counted as %s: %s"
              .formatted(
                  strange == 1 ? "1 row is" : strange + " rows are",
                  strange == 1 ? "a mistake" : "mistakes",
                  Quoted.list(unknown)));
    }
    if (!areProbabilities()) {
      remarks.add(
          "the outputs of the network are no probabilities, so there is no log loss and no calibration; a last layer with activation=%s gives probabilities"
              .formatted(known == 2 ? "sigmoid" : "softmax"));
    }
    return remarks;
  }
}
