package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Targets;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How good a model is on rows that it has not seen, beside what whoever guesses gets: always the
 * most common class, or the mean.
 *
 * @param measure {@code accuracy}, of which more is better, or {@code rmse}, the root of the mean
 *     squared error in the unit of the target, of which less is better
 * @param value the model's
 * @param baseline that of the guess
 * @param rows how many rows were predicted
 */
public record Judgement(String measure, double value, double baseline, int rows) {

  /**
   * Judges a model.
   *
   * @param train the rows that it learnt from, which tell what to guess
   * @param test the rows to predict, with their targets
   * @throws DataException if a row cannot be used, the test has no rows, or there are several
   *     targets
   */
  public static Judgement of(TabularModel model, Table train, Table test) {
    List<String> targets = model.schema().targetColumns();
    if (targets.size() != 1) {
      throw new DataException(
          "a model is judged by one target, and this one has " + String.join(", ", targets));
    }
    if (test.rows() == 0) {
      throw new DataException("there are no rows to judge the model by");
    }
    List<Prediction> predictions = model.predict(test);
    String target = targets.get(0);
    return model.schema().targets() instanceof Targets.Real
        ? ofNumbers(target, predictions, train, test)
        : ofLabels(target, predictions, train, test);
  }

  private static Judgement ofLabels(
      String target, List<Prediction> predictions, Table train, Table test) {
    Map<String, Integer> counts = new HashMap<>();
    String common = train.column(target).text(0);
    for (int row = 0; row < train.rows(); row++) {
      String label = train.column(target).text(row);
      int count = counts.merge(label, 1, Integer::sum);
      common = count > counts.getOrDefault(common, 0) ? label : common;
    }
    int right = 0;
    int guessed = 0;
    for (int row = 0; row < test.rows(); row++) {
      String label = test.column(target).text(row);
      right += predictions.get(row).label().equals(label) ? 1 : 0;
      guessed += common.equals(label) ? 1 : 0;
    }
    return new Judgement(
        "accuracy", (double) right / test.rows(), (double) guessed / test.rows(), test.rows());
  }

  private static Judgement ofNumbers(
      String target, List<Prediction> predictions, Table train, Table test) {
    double mean = 0;
    for (int row = 0; row < train.rows(); row++) {
      mean += number(train, target, row) / train.rows();
    }
    double squares = 0;
    double guessed = 0;
    for (int row = 0; row < test.rows(); row++) {
      double actual = number(test, target, row);
      double error = predictions.get(row).values().getOrDefault(target, Double.NaN) - actual;
      squares += error * error;
      guessed += (mean - actual) * (mean - actual);
    }
    return new Judgement(
        "rmse", Math.sqrt(squares / test.rows()), Math.sqrt(guessed / test.rows()), test.rows());
  }

  private static double number(Table table, String column, int row) {
    if (table.column(column) instanceof NumberColumn numbers) {
      return numbers.value(row);
    }
    throw new DataException("the target column " + column + " does not hold numbers");
  }

  /** Whether the model does better than the guess. */
  public boolean isBetterThanGuessing() {
    return measure.equals("accuracy") ? value > baseline : value < baseline;
  }

  /** Both numbers: {@code accuracy 0.9667, baseline 0.3333, of 30 rows}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s %.4f, baseline %.4f, of %d rows", measure, value, baseline, rows);
  }
}
