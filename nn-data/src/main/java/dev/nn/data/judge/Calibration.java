package dev.nn.data.judge;

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

  /** A line for each bin. */
  @Override
  public String toString() {
    TextTable table = new TextTable(List.of(of, "rows", "mean", "share"));
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
