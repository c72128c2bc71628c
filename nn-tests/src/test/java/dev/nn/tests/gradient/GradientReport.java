package dev.nn.tests.gradient;

import java.util.List;

/**
 * What a check found.
 *
 * @param checked weights whose gradient was compared
 * @param skipped weights whose was not, since the loss is not smooth there
 * @param nonZero compared gradients that are not zero
 * @param mismatches those of the compared that are too far apart, described
 * @param largestShare the largest error as a share of what was allowed
 * @param largestError the largest error as a share of the largest of gradient, loss and 1
 */
public record GradientReport(
    int checked,
    int skipped,
    int nonZero,
    List<String> mismatches,
    double largestShare,
    double largestError) {
  private static final double LEAST_CHECKED = 0.8;

  /** Copies the list. */
  public GradientReport {
    mismatches = List.copyOf(mismatches);
  }

  /** Whether most weights could be compared. */
  public boolean isRepresentative() {
    return checked >= LEAST_CHECKED * (checked + skipped);
  }
}
