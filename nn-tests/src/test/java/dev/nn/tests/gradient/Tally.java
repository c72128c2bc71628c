package dev.nn.tests.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

/** Judges reports and adds them up. */
final class Tally {
  private final String title;
  private int networks;
  private long checked;
  private long skipped;
  private long nonZero;
  private double largestShare;
  private double largestError;

  Tally(String title) {
    this.title = title;
  }

  /** Fails if gradients are wrong, or if too many could not be checked. */
  void add(String what, long seed, GradientReport report) {
    networks++;
    checked += report.checked();
    skipped += report.skipped();
    nonZero += report.nonZero();
    largestShare = Math.max(largestShare, report.largestShare());
    largestError = Math.max(largestError, report.largestError());
    String where = what + ", seed " + seed;
    assertEquals(List.of(), report.mismatches(), where);
    assertTrue(
        report.isRepresentative(),
        () -> where + ": too many weights are close to a kink, in every draw: " + report);
  }

  /** Fails if most of the gradients were zero, where zeros are easily right. */
  void requireMostlyNonZero() {
    assertTrue(
        networks == 0 || 2 * nonZero > checked,
        () -> "%s: %d of %d gradients are not zero".formatted(title, nonZero, checked));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d networks, %d gradients checked (%d not zero), %d skipped near kinks; the largest"
            + " error is %.2g of the largest gradient or loss, %.0f %% of what is allowed",
        title,
        networks,
        checked,
        nonZero,
        skipped,
        largestError,
        100 * largestShare);
  }
}
