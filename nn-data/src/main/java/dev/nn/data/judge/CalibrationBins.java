package dev.nn.data.judge;

import dev.nn.data.table.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Sorts probabilities into bins. */
final class CalibrationBins {
  private static final int BINS = 10;

  private CalibrationBins() {}

  static Calibration of(LabelAnswers answers) {
    boolean binary = answers.known() == 2;
    String of =
        "probability of "
            + (binary ? Quoted.text(answers.labels().get(1)) : "the class that was said");
    if (!answers.areProbabilities()) {
      return new Calibration(of, List.of(), Double.NaN);
    }
    int rows = answers.actual().length;
    double[] probabilities = new double[rows];
    boolean[] isRight = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      int label = binary ? 1 : answers.said()[row];
      probabilities[row] = answers.probability(row, label);
      isRight[row] = answers.actual()[row] == label;
    }
    return of(of, probabilities, isRight);
  }

  static Calibration of(String of, double[] probabilities, boolean[] isRight) {
    int[] rows = new int[BINS];
    int[] right = new int[BINS];
    double[] sums = new double[BINS];
    for (int row = 0; row < probabilities.length; row++) {
      int bin = bin(probabilities[row]);
      rows[bin]++;
      right[bin] += isRight[row] ? 1 : 0;
      sums[bin] += probabilities[row];
    }
    List<Calibration.Bin> bins = new ArrayList<>();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (rows[bin] > 0) {
        double mean = sums[bin] / rows[bin];
        double share = (double) right[bin] / rows[bin];
        bins.add(new Calibration.Bin(edge(bin), edge(bin + 1), rows[bin], mean, share));
        error += rows[bin] * Math.abs(mean - share) / probabilities.length;
      }
    }
    return new Calibration(of, bins, error);
  }

  private static int bin(double probability) {
    int bin = 0;
    while (bin < BINS - 1 && probability > edge(bin + 1)) {
      bin++;
    }
    return bin;
  }

  private static double edge(int bin) {
    return (double) bin / BINS;
  }
}
