package dev.nn.data.judge;

import java.util.Arrays;
import java.util.List;

/**
 * The one measure by which a model is judged, from a number for each row.
 *
 * @param measure its name
 * @param model hits or squared errors of the model
 * @param guess those of the guess
 * @param moreIsBetter true for hits; of squared errors, the root of the mean is the measure
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, seen by no one else
record Headline(String measure, double[] model, double[] guess, boolean moreIsBetter) {

  /** Of one column of the target, or of several that are all labels or all numbers. */
  static Headline of(List<Answers> answers) {
    boolean single = answers.size() == 1;
    if (answers.get(0) instanceof LabelAnswers) {
      List<LabelAnswers> labels = answers.stream().map(LabelAnswers.class::cast).toList();
      return new Headline(
          "accuracy",
          mean(labels.stream().map(LabelAnswers::hits).toList()),
          mean(labels.stream().map(LabelAnswers::guessHits).toList()),
          true);
    }
    List<NumberAnswers> numbers = answers.stream().map(NumberAnswers.class::cast).toList();
    return new Headline(
        single ? "rmse" : "scaled_rmse",
        mean(numbers.stream().map(each -> squares(each, each.errors(), single)).toList()),
        mean(numbers.stream().map(each -> squares(each, each.guessErrors(), single)).toList()),
        false);
  }

  private static double[] squares(NumberAnswers answers, double[] errors, boolean single) {
    double deviation = answers.trainDeviation();
    double unit = single || deviation == 0 ? 1 : deviation;
    return Arrays.stream(errors).map(error -> (error / unit) * (error / unit)).toArray();
  }

  /** The mean over the columns, row by row. */
  private static double[] mean(List<double[]> columns) {
    double[] mean = new double[columns.get(0).length];
    for (double[] column : columns) {
      for (int row = 0; row < mean.length; row++) {
        mean[row] += column[row] / columns.size();
      }
    }
    return mean;
  }

  /** The measure of the model. */
  double value() {
    return value(model);
  }

  /** The measure of the guess. */
  double baseline() {
    return value(guess);
  }

  private double value(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return moreIsBetter ? mean : Math.sqrt(mean);
  }

  /** For a bootstrap. */
  Bootstrap.Contest contest() {
    return moreIsBetter
        ? new Bootstrap.Contest(measure, Statistic.mean(model), Statistic.mean(guess), true)
        : new Bootstrap.Contest(
            measure, Statistic.mean(model).root(), Statistic.mean(guess).root(), false);
  }
}
