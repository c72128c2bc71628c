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

  /**
   * Mean and standard deviation (the root of the mean squared distance) of numbers that come one by
   * one, by Welford's update, which keeps its digits where the mean is far larger than the
   * deviation.
   */
  static final class Moments {
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
}
