package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.table.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good a model is on rows that it has not seen, beside what whoever guesses gets: always the
 * most common class, or the mean.
 *
 * <pre>{@code
 * Judgement judgement = Judgement.of(model, split.train(), split.test());
 * System.out.println(judgement);
 * if (judgement.reports().get(0) instanceof ClassificationReport report) {
 *   System.out.println(report.confusion());
 * }
 * }</pre>
 *
 * <p>The headline is {@code accuracy}, of which more is better, or {@code rmse}, the root of the
 * mean squared error in the unit of the target, of which less is better. Of several labels it is
 * the mean of their accuracies. Of several numbers it is {@code scaled_rmse}: each error is divided
 * by the standard deviation of its column in training before all are squared and averaged, so that
 * whoever guesses gets about 1.
 *
 * <p>Intervals are those of a percentile bootstrap over the rows (Efron and Tibshirani, <i>An
 * Introduction to the Bootstrap</i>, 1993): 1,000 times, as many rows are drawn with replacement as
 * there are, and 95 % of the measures of these draws lie in the interval. A model that makes no
 * mistake has an interval without width, however few the rows are.
 *
 * @param headline the measure beside that of the guess
 * @param rows how many rows were predicted
 * @param reports one for each column of the target
 */
public record Judgement(Score headline, int rows, List<TargetReport> reports) {
  private static final double NEARLY_ALL = 0.95;

  /** Copies the list. */
  public Judgement {
    reports = List.copyOf(reports);
  }

  /** {@link #of(TabularModel, Table, Table, long)} with seed 0. */
  public static Judgement of(TabularModel model, Table train, Table test) {
    return of(model, train, test, 0);
  }

  /**
   * Judges a model. Where the rows of training are not at hand, the rows to predict may stand for
   * them; the guess is a little better then, as it knows them.
   *
   * @param train the rows that it learnt from, which tell what to guess
   * @param test the rows to predict, with their targets
   * @param seed of the bootstrap
   * @throws DataException if a row cannot be used or lacks its target, there are no rows, no row is
   *     of a class that the model knows, or a prediction is NaN or infinite
   */
  public static Judgement of(TabularModel model, Table train, Table test, long seed) {
    return of(Answers.of(model, train, test), test.rows(), seed);
  }

  /**
   * Judges a model by rows that its schema has turned into numbers already, such as those of a
   * {@link dev.nn.data.MappedTable}. The features need no memory; the predictions do.
   *
   * @param train the rows that it learnt from, which tell what to guess
   * @param test the rows to predict, with their targets
   * @param seed of the bootstrap
   * @throws DataException as for tables
   */
  public static Judgement of(TabularModel model, Dataset train, Dataset test, long seed) {
    return of(Answers.of(model.schema(), model.model(), train, test), test.rows(), seed);
  }

  /**
   * Judges a model that was not made from a table. {@link FittedSchema#of(Targets)} says what its
   * targets are called.
   *
   * @param train the rows that it learnt from, which tell what to guess
   * @param test the rows to predict, with their targets
   * @param seed of the bootstrap
   * @throws DataException as for tables
   */
  public static Judgement of(Model model, Dataset train, Dataset test, long seed) {
    FittedSchema schema = FittedSchema.of(test.targets());
    return of(Answers.of(schema, model, train, test), test.rows(), seed);
  }

  /**
   * Returns the {@linkplain #value headline measure} alone, without intervals and reports, which
   * take longer than to train a small network.
   *
   * @param train the rows that it learnt from
   * @param test the rows to predict, with their targets
   * @throws DataException as for a whole judgement
   */
  public static double valueOf(TabularModel model, Table train, Table test) {
    return Headline.of(Answers.of(model, train, test)).value();
  }

  private static Judgement of(List<Answers> answers, int rows, long seed) {
    Bootstrap bootstrap = new Bootstrap(rows, seed);
    List<TargetReport> reports = answers.stream().map(each -> report(each, bootstrap)).toList();
    Score headline =
        reports.size() == 1
            ? reports.get(0).headline()
            : bootstrap.score(Headline.of(answers).contest());
    return new Judgement(headline, rows, reports);
  }

  private static TargetReport report(Answers answers, Bootstrap bootstrap) {
    return answers instanceof LabelAnswers labels
        ? ClassificationReport.of(labels, bootstrap)
        : RegressionReport.of((NumberAnswers) answers, bootstrap);
  }

  /** The name of the headline measure: {@code accuracy}, {@code rmse} or {@code scaled_rmse}. */
  public String measure() {
    return headline.measure();
  }

  /** The headline measure of the model. */
  public double value() {
    return headline.model().value();
  }

  /** The headline measure of the guess. */
  public double baseline() {
    return headline.guess().value();
  }

  /** Whether the model does better than the guess. */
  public boolean isBetterThanGuessing() {
    return headline.isBetterThanGuessing();
  }

  /** Whether it does so by more than chance explains: in more than 97.5 % of the resamples. */
  public boolean isSurelyBetterThanGuessing() {
    return headline.isSurelyBetterThanGuessing();
  }

  /**
   * Whether the probabilities of the classes are worse than those of the guess, as those of a model
   * are that learnt its rows by heart: it is too sure of itself.
   */
  public boolean isTooSure() {
    return reports.stream()
        .anyMatch(
            report ->
                report instanceof ClassificationReport classes
                    && !classes.logLoss().isBetterThanGuessing());
  }

  /**
   * Whether the model ranks rows of different classes better than a guess, by more than chance
   * explains, though it answers 95 % of the rows or more with one class, as where the others are
   * rare. By its probabilities it tells the classes apart then, and by its answers it does not.
   */
  public boolean overlooksRareClasses() {
    return reports.size() == 1
        && reports.get(0) instanceof ClassificationReport classes
        && classes.rocAuc().isSurelyBetterThanGuessing()
        && mostAnswers(classes.confusion()) >= NEARLY_ALL * rows;
  }

  private static int mostAnswers(LabelledConfusionMatrix confusion) {
    return IntStream.range(0, confusion.labels().size()).map(confusion::predicted).max().orElse(0);
  }

  /** The headline in a line, and a table for each report. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(headline).append(", of ").append(rows).append(" rows\n");
    for (TargetReport report : reports) {
      text.append('\n').append(reports.size() > 1 ? report.target() + "\n" : "").append(report);
    }
    return text.toString();
  }
}
