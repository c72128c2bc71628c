package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;

/**
 * Standardises numbers in double precision: (x − mean) / deviation. If all numbers are the same,
 * the deviation is 1, so that each of them becomes 0.
 */
record Scale(double mean, double deviation) {

  Scale {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("a deviation is above 0, not " + deviation);
    }
  }

  /**
   * Returns the scale by the mean and the standard deviation (the root of the mean squared
   * distance) of these numbers.
   */
  static Scale of(double[] values) {
    double mean = 0;
    double squares = 0;
    int count = 0;
    // Welford's update keeps its digits even if the mean is far larger than the deviation.
    for (double value : values) {
      if (!Double.isNaN(value)) {
        count++;
        double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
      }
    }
    double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
    // The squares of numbers near the end of the range of double are infinite.
    return new Scale(mean, deviation > 0 && Double.isFinite(deviation) ? deviation : 1);
  }

  double scaled(double value) {
    return (value - mean) / deviation;
  }

  double restored(double value) {
    return mean + deviation * value;
  }

  Spec in(Spec spec) {
    return spec.with("mean", new SpecValue.Decimal(mean))
        .with("deviation", new SpecValue.Decimal(deviation));
  }

  static Scale of(Spec spec) {
    return new Scale(Words.number(spec, "mean"), Words.number(spec, "deviation"));
  }
}
