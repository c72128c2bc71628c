package dev.nn.data.judge;

import dev.nn.data.table.Quoted;
import dev.nn.data.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether probabilities mean what they say: of all rows with a probability of about 0.8, four of
 * five should be right. With two classes it is the probability of the second one, with more that of
 * the class that was said.
 *
 * @param of whose probabilities these are, in words
 * @param bins ten of equal width between 0 and 1, those without a row left out; none if the outputs
 *     of the network are no probabilities
 * @param expectedError the mean over the rows of how far the probabilities of a bin are off, {@code
 *     Σ rows·|mean − share| / Σ rows} (Guo et al., <i>On Calibration of Modern Neural Networks</i>,
 *     2017); NaN without bins
 */
public record Calibration(String of, List<Bin> bins, double expectedError) {

  private static final int BINS = 10;

  /** Copies the bins. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * The rows whose probability lies within a range.
   *
   * @param low above which; the first bin has 0 itself too
   * @param high up to which, itself within
   * @param rows how many
   * @param meanProbability the mean of their probabilities
   * @param share how many of them are right, as a share
   */
  public record Bin(double low, double high, int rows, double meanProbability, double share) {}

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
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (rows[bin] > 0) {
        double mean = sums[bin] / rows[bin];
        double share = (double) right[bin] / rows[bin];
        bins.add(new Bin(edge(bin), edge(bin + 1), rows[bin], mean, share));
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

  /** A line for each bin. */
  @Override
  public String toString() {
    TextTable table = TextTable.ofNumbers(List.of(of, "rows", "mean", "share"));
    for (Bin bin : bins) {
      table.add(
          String.format(Locale.ROOT, "%.1f to %.1f", bin.low, bin.high),
          String.valueOf(bin.rows),
          Estimate.text(bin.meanProbability),
          Estimate.text(bin.share));
    }
    return table + "expected calibration error " + Estimate.text(expectedError) + "\n";
  }
}
