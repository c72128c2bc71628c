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
    Resampled[] resampled =
        contests.stream().map(contest -> new Resampled()).toArray(Resampled[]::new);
    IntStream.range(0, RESAMPLES)
        .parallel()
        .forEach(
            resample -> {
              int[] times = times(resample);
              for (int i = 0; i < resampled.length; i++) {
                resampled[i].measure(contests.get(i), times, resample);
              }
            });
    int[] once = new int[rows];
    Arrays.fill(once, 1);
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < resampled.length; i++) {
      scores.add(resampled[i].score(contests.get(i), once));
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

  /**
   * A measure that is still to be computed, of the model and of the guess.
   *
   * @param hasInterval false if it would take too long to measure it on every resample
   */
  record Contest(
      String measure, Statistic model, Statistic guess, boolean moreIsBetter, boolean hasInterval) {

    Contest(String measure, Statistic model, Statistic guess, boolean moreIsBetter) {
      this(measure, model, guess, moreIsBetter, true);
    }

    private double gain(double ofModel, double ofGuess) {
      return moreIsBetter ? ofModel - ofGuess : ofGuess - ofModel;
    }
  }

  /** The measures of one contest on the resamples; each thread writes elements of its own. */
  private static final class Resampled {
    private final double[] model = new double[RESAMPLES];
    private final double[] guess = new double[RESAMPLES];
    private final double[] gain = new double[RESAMPLES];

    void measure(Contest contest, int[] times, int at) {
      model[at] = contest.hasInterval() ? contest.model().of(times) : Double.NaN;
      guess[at] = contest.guess().of(times);
      gain[at] = contest.gain(model[at], guess[at]);
    }

    Score score(Contest contest, int[] once) {
      double ofModel = contest.model().of(once);
      double ofGuess = contest.guess().of(once);
      return new Score(
          contest.measure(),
          estimate(ofModel, model),
          estimate(ofGuess, guess),
          estimate(contest.gain(ofModel, ofGuess), gain),
          contest.moreIsBetter());
    }

    /** Resamples for which the number is not defined are left out. */
    private static Estimate estimate(double value, double[] resampled) {
      if (Double.isNaN(value)) {
        return Estimate.exact(value);
      }
      double[] sorted = Arrays.stream(resampled).filter(each -> !Double.isNaN(each)).toArray();
      Arrays.sort(sorted);
      return new Estimate(
          value, Estimate.quantile(sorted, TAIL), Estimate.quantile(sorted, 1 - TAIL));
    }
  }
}
