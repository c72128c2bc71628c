package dev.nn.data.judge;

import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Quoted;
import java.util.List;
import java.util.Objects;

/**
 * How well numbers are predicted, in the unit of their column.
 *
 * <p>The measures are {@code rmse}, the root of the mean squared error; {@code mae}, the mean of
 * the absolute errors; {@code median_absolute_error}; and {@code r2}, the share of the variance
 * that the model explains, {@code 1 − Σ(y − ŷ)² / Σ(y − ȳ)²}, which is not defined if the number is
 * the same in all rows. The guess is always the mean of the rows of training.
 *
 * @param target the column that is predicted
 * @param rows how many rows were predicted
 * @param scores rmse, mae, median_absolute_error and r2
 * @param residuals row by row
 * @param remarks such as a number that is the same in all rows
 */
public record RegressionReport(
    String target, int rows, List<Score> scores, Residuals residuals, List<String> remarks)
    implements TargetReport {

  /** Copies the lists. */
  public RegressionReport {
    scores = List.copyOf(scores);
    remarks = List.copyOf(remarks);
    Objects.requireNonNull(residuals, "residuals");
  }

  static RegressionReport of(NumberAnswers answers, Bootstrap bootstrap) {
    return new RegressionReport(
        answers.target(),
        answers.rows(),
        bootstrap.scores(ErrorStatistics.contests(answers)),
        new Residuals(answers.actual().clone(), answers.predicted().clone()),
        answers.isConstant()
            ? List.of(
                "%s is %s in all rows: r2 is not defined"
                    .formatted(
                        Quoted.text(answers.target()), NumberColumn.text(answers.actual()[0])))
            : List.of());
  }

  /** The root of the mean squared error. */
  public Score rmse() {
    return score("rmse");
  }

  /** The mean of the absolute errors. */
  public Score mae() {
    return score("mae");
  }

  /** The median of the absolute errors. */
  public Score medianAbsoluteError() {
    return score("median_absolute_error");
  }

  /** The share of the variance that the model explains. */
  public Score r2() {
    return score("r2");
  }

  /** The measures as a table, and how the residuals are distributed. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(Score.table(scores)).append('\n').append(residuals).append('\n');
    remarks.forEach(remark -> text.append("note: ").append(remark).append('\n'));
    return text.toString();
  }
}
