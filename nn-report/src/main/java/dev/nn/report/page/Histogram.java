package dev.nn.report.page;

import java.util.Arrays;
import java.util.List;

/**
 * How many numbers lie in each of some ranges of equal width.
 *
 * @param min where the first range begins
 * @param width of a range
 * @param counts how many numbers lie in each
 */
public record Histogram(double min, double width, List<Integer> counts) {

  public Histogram {
    counts = List.copyOf(counts);
  }

  /** Counts numbers between two bounds, both within. */
  public static Histogram of(double[] values, double min, double max, int bins) {
    int[] counts = new int[max > min ? bins : 1];
    // Halved first, so that the range of the largest numbers is finite.
    double width = (max / 2 - min / 2) / counts.length * 2;
    for (double value : values) {
      int bin = max > min ? (int) ((value / 2 - min / 2) / (max / 2 - min / 2) * bins) : 0;
      counts[Math.min(bin, counts.length - 1)]++;
    }
    return new Histogram(min, width, Arrays.stream(counts).boxed().toList());
  }

  /** Where a range begins. */
  public double from(int bin) {
    return min + bin * width;
  }

  /** The middle of a range. */
  public double middle(int bin) {
    return min + (bin + 0.5) * width;
  }
}
