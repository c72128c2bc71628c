package dev.nn.data.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What regressions are measured by. */
final class ErrorStatistics {
  private ErrorStatistics() {}

  /** Those of a {@link RegressionReport}. */
  static List<Bootstrap.Contest> contests(NumberAnswers answers) {
    double[] actual = answers.actual();
    return List.of(
        contest("rmse", answers, false, errors -> Statistic.mean(squares(errors)).root()),
        contest("mae", answers, false, errors -> Statistic.mean(sizes(errors))),
        contest("median_absolute_error", answers, false, ErrorStatistics::medianSize),
        contest("r2", answers, true, errors -> r2(actual, errors)));
  }

  private static Bootstrap.Contest contest(
      String measure,
      NumberAnswers answers,
      boolean moreIsBetter,
      Function<double[], Statistic> ofErrors) {
    return new Bootstrap.Contest(
        measure,
        ofErrors.apply(answers.errors()),
        ofErrors.apply(answers.guessErrors()),
        moreIsBetter);
  }

  private static double[] squares(double[] errors) {
    return Arrays.stream(errors).map(error -> error * error).toArray();
  }

  private static double[] sizes(double[] errors) {
    return Arrays.stream(errors).map(Math::abs).toArray();
  }

  /** The median of the sizes of the errors; of an even number, the mean of the two middle ones. */
  private static Statistic medianSize(double[] errors) {
    double[] sizes = sizes(errors);
    int[] order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> sizes[row]))
            .mapToInt(row -> row)
            .toArray();
    return times -> {
      long count = Arrays.stream(times).asLongStream().sum();
      return (ranked(sizes, order, times, (count - 1) / 2) + ranked(sizes, order, times, count / 2))
          / 2;
    };
  }

  /** The size of a rank, counted from 0. */
  private static double ranked(double[] sizes, int[] order, int[] times, long rank) {
    long before = 0;
    int at = 0;
    while (before + times[order[at]] <= rank) {
      before += times[order[at++]];
    }
    return sizes[order[at]];
  }

  /** 1 − Σ error² / Σ (actual − mean)²; NaN if all rows are the same. */
  private static Statistic r2(double[] actual, double[] errors) {
    Statistic error = Statistic.mean(squares(errors));
    Statistic mean = Statistic.mean(actual);
    return times -> {
      double center = mean.of(times);
      double squares = 0;
      long count = 0;
      for (int row = 0; row < actual.length; row++) {
        squares += times[row] * (actual[row] - center) * (actual[row] - center);
        count += times[row];
      }
      // Not the rounding of the mean decides whether there is any variance.
      double variance = isConstant(actual, times) ? Double.NaN : squares / count;
      return 1 - error.of(times) / variance;
    };
  }

  private static boolean isConstant(double[] actual, int[] times) {
    double first = Double.NaN;
    for (int row = 0; row < actual.length; row++) {
      if (times[row] > 0) {
        if (!Double.isNaN(first) && actual[row] != first) {
          return false;
        }
        first = actual[row];
      }
    }
    return true;
  }
}
