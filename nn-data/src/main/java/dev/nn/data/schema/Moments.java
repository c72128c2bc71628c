package dev.nn.data.schema;

/**
 * Mean and standard deviation (the root of the mean squared distance) of numbers that come one by
 * one, by Welford's update, which keeps its digits where the mean is far larger than the deviation.
 */
final class Moments {
  private double mean;
  private double squares;
  private long count;

  void add(double value) {
    count++;
    double distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
  }

  /** How such numbers are standardised. */
  Scale scale() {
    double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
    // Numbers near the end of the range of double square to infinity.
    return new Scale(mean, deviation > 0 && Double.isFinite(deviation) ? deviation : 1);
  }
}
