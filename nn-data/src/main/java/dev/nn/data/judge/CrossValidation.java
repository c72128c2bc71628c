package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How good the models are that a way to train makes: one is trained for each fold on the rows of
 * all other folds, and judged by the rows of its own.
 *
 * <pre>{@code
 * CrossValidation validation =
 *     CrossValidation.of(table, schema, Folds.of(5, 42), TabularModel::train);
 * System.out.println(validation);
 * }</pre>
 *
 * @param measure the headline measure of {@link Judgement}
 * @param moreIsBetter whether a larger one is better
 * @param folds how many folds there are, not counting repeats
 * @param scores the measure of each fold of each repeat
 */
public record CrossValidation(
    String measure, boolean moreIsBetter, int folds, List<FoldScore> scores) {

  /** Copies the list. */
  public CrossValidation {
    scores = List.copyOf(scores);
  }

  /**
   * How good the model of one fold is.
   *
   * @param repeat which repeat, from 0
   * @param fold which fold of it, from 0
   * @param rows how many rows it was judged by
   * @param value the measure of the model
   * @param baseline the measure of the guess
   */
  public record FoldScore(int repeat, int fold, int rows, double value, double baseline) {}

  /**
   * Trains and judges a model for each fold.
   *
   * @param schema what each column is for; it is fitted to the rows of training of each fold
   * @param trainer such as {@code TabularModel::train}
   * @throws DataException if the rows cannot be parted, or a row cannot be used; of a fold, rows
   *     are counted within its part
   */
  public static CrossValidation of(Table table, Schema schema, Folds folds, TableTrainer trainer) {
    List<FoldScore> scores = new ArrayList<>();
    String measure = "";
    boolean moreIsBetter = false;
    for (Fold fold : folds.split(table, schema)) {
      Headline headline = headline(table, schema, fold, trainer, folds.count());
      measure = headline.measure();
      moreIsBetter = headline.moreIsBetter();
      scores.add(
          new FoldScore(
              fold.repeat(),
              fold.number(),
              fold.testRows().size(),
              headline.value(),
              headline.baseline()));
    }
    return new CrossValidation(measure, moreIsBetter, folds.count(), scores);
  }

  private static Headline headline(
      Table table, Schema schema, Fold fold, TableTrainer trainer, int count) {
    try {
      Table train = fold.train(table);
      return Headline.of(Answers.of(trainer.train(train, schema), train, fold.test(table)));
    } catch (DataException e) {
      throw new DataException(
          "fold %s of %s: %s".formatted(fold.number() + 1, count, e.getMessage()), e);
    }
  }

  /** The mean of the measure over all folds and repeats. */
  public double mean() {
    return scores.stream().mapToDouble(FoldScore::value).average().orElse(Double.NaN);
  }

  /** The mean of the guess over all folds and repeats. */
  public double baseline() {
    return scores.stream().mapToDouble(FoldScore::baseline).average().orElse(Double.NaN);
  }

  /**
   * How far the mean is likely to be off: the standard deviation of the measures, divided by the
   * root of the number of folds. Repeats make the deviation better known, but bring no new rows, so
   * they do not divide it.
   */
  public double standardError() {
    double mean = mean();
    double squares =
        scores.stream().mapToDouble(each -> (each.value() - mean) * (each.value() - mean)).sum();
    return Math.sqrt(squares / (scores.size() - 1)) / Math.sqrt(folds);
  }

  /**
   * The mean with its interval of 95 % by Student's t with one degree of freedom less than folds,
   * as far as the measure can go: an accuracy is at most 1, and no measure is below 0.
   */
  public Estimate estimate() {
    double margin = StudentT.quantile(folds - 1) * standardError();
    double most = moreIsBetter ? 1 : Double.POSITIVE_INFINITY;
    return new Estimate(mean(), Math.max(0, mean() - margin), Math.min(most, mean() + margin));
  }

  /** Whether the models do better than the guess on the mean. */
  public boolean isBetterThanGuessing() {
    return moreIsBetter ? mean() > baseline() : mean() < baseline();
  }

  /** A line for each fold, and the mean. */
  @Override
  public String toString() {
    TextTable table = TextTable.ofNumbers(List.of("repeat", "fold", "rows", measure, "baseline"));
    for (FoldScore score : scores) {
      table.add(
          String.valueOf(score.repeat() + 1),
          String.valueOf(score.fold() + 1),
          String.valueOf(score.rows()),
          Estimate.text(score.value()),
          Estimate.text(score.baseline()));
    }
    return String.format(
        Locale.ROOT,
        "%s%s %s, standard error %s, baseline %s\n",
        table,
        measure,
        estimate(),
        Estimate.text(standardError()),
        Estimate.text(baseline()));
  }
}
