package dev.nn.data.judge;

import java.util.Arrays;
import java.util.List;

/** What classifications are measured by. */
final class LabelStatistics {
  /** The distance of 1 from the next float: no network that ends in floats can be surer. */
  private static final double SUREST = 0x1p-23;

  private static final double HALF = 0.5;

  /** Of so many classes, areas are measured on every resample. */
  private static final int MOST_AREAS = 20;

  private LabelStatistics() {}

  /** Accuracy, f1, log_loss and roc_auc. */
  static List<Bootstrap.Contest> contests(LabelAnswers answers, List<RocRanking> rankings) {
    int[] guess = new int[answers.actual().length];
    Arrays.fill(guess, answers.common());
    boolean sound = answers.areProbabilities();
    return List.of(
        new Bootstrap.Contest(
            "accuracy", Statistic.mean(answers.hits()), Statistic.mean(answers.guessHits()), true),
        new Bootstrap.Contest(
            "f1", macroF1(answers, answers.said()), macroF1(answers, guess), true),
        new Bootstrap.Contest(
            "log_loss",
            sound ? Statistic.mean(losses(answers)) : Statistic.constant(Double.NaN),
            Statistic.mean(guessLosses(answers)),
            false),
        new Bootstrap.Contest(
            "roc_auc",
            area(answers, rankings),
            Statistic.constant(HALF),
            true,
            rankings.size() <= MOST_AREAS));
  }

  /** −ln p of the label of each row. */
  static double[] losses(LabelAnswers answers) {
    double[] losses = new double[answers.actual().length];
    Arrays.setAll(losses, row -> loss(answers.probability(row, answers.actual()[row])));
    return losses;
  }

  private static double[] guessLosses(LabelAnswers answers) {
    return Arrays.stream(answers.actual())
        .mapToDouble(label -> loss(answers.shares()[label]))
        .toArray();
  }

  private static double loss(double probability) {
    return -StrictMath.log(Math.max(probability, SUREST));
  }

  /** The mean of the F1 scores of the classes that occur. */
  private static Statistic macroF1(LabelAnswers answers, int[] said) {
    int labels = answers.labels().size();
    int[] actual = answers.actual();
    return times -> {
      long[] hits = new long[labels];
      long[] both = new long[labels];
      for (int row = 0; row < actual.length; row++) {
        both[actual[row]] += times[row];
        both[said[row]] += times[row];
        hits[actual[row]] += actual[row] == said[row] ? times[row] : 0;
      }
      double sum = 0;
      int occurring = 0;
      for (int label = 0; label < labels; label++) {
        if (both[label] > 0) {
          sum += 2.0 * hits[label] / both[label];
          occurring++;
        }
      }
      return sum / occurring;
    };
  }

  /** That of the second of two labels; of more, the mean of those that are defined. */
  private static Statistic area(LabelAnswers answers, List<RocRanking> rankings) {
    return answers.known() == 2 && answers.labels().size() == 2
        ? rankings.get(1)
        : times ->
            rankings.stream()
                .mapToDouble(ranking -> ranking.of(times))
                .filter(area -> !Double.isNaN(area))
                .average()
                .orElse(Double.NaN);
  }
}
