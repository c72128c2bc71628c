package dev.nn.data.judge;

import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The percentile bootstrap over rows. Every resample has a stream of its own, so that the numbers
 * do not depend on the thread that draws it.
 */
final class Bootstrap {
  static final int RESAMPLES = 1000;

  /** "resample" in ASCII. */
  private static final long PURPOSE = 0x72_65_73_61_6d_70_6c_65L;

  private static final double TAIL = 0.025;

  private final int rows;
  private final long key;

  Bootstrap(int rows, long seed) {
    this.rows = rows;
    this.key = CounterRandom.key(seed, PURPOSE);
  }

  Score score(Contest contest) {
    return scores(List.of(contest)).get(0);
  }

  /** Measures all contests on the same resamples. */
  List<Score> scores(List<Contest> contests) {
    double[][] model = new double[contests.size()][RESAMPLES];
    double[][] guess = new double[contests.size()][RESAMPLES];
    double[][] gain = new double[contests.size()][RESAMPLES];
    IntStream.range(0, RESAMPLES)
        .parallel()
        .forEach(
            resample -> {
              int[] times = times(resample);
              for (int i = 0; i < contests.size(); i++) {
                Contest contest = contests.get(i);
                model[i][resample] = contest.model().of(times);
                guess[i][resample] = contest.guess().of(times);
                gain[i][resample] = contest.gain(model[i][resample], guess[i][resample]);
              }
            });
    int[] once = new int[rows];
    Arrays.fill(once, 1);
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < contests.size(); i++) {
      Contest contest = contests.get(i);
      double ofModel = contest.model().of(once);
      double ofGuess = contest.guess().of(once);
      scores.add(
          new Score(
              contest.measure(),
              estimate(ofModel, model[i]),
              estimate(ofGuess, guess[i]),
              estimate(contest.gain(ofModel, ofGuess), gain[i]),
              contest.moreIsBetter()));
    }
    return scores;
  }

  private int[] times(int resample) {
    CounterRandom random = CounterRandom.ofKey(CounterRandom.subkey(key, resample));
    int[] times = new int[rows];
    for (int draw = 0; draw < rows; draw++) {
      times[random.nextInt(rows)]++;
    }
    return times;
  }

  /** Resamples for which the number is not defined are left out. */
  private static Estimate estimate(double value, double[] resampled) {
    if (Double.isNaN(value)) {
      return Estimate.exact(value);
    }
    double[] sorted = Arrays.stream(resampled).filter(each -> !Double.isNaN(each)).toArray();
    Arrays.sort(sorted);
    return new Estimate(value, Quantiles.of(sorted, TAIL), Quantiles.of(sorted, 1 - TAIL));
  }
}
