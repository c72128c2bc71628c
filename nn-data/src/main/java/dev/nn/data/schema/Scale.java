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
   * one. The squares of numbers beyond 1e154 are no finite doubles, and those of numbers below
   * 1e-154 are 0, so they are also summed in units that suit such numbers.
   */
  static final class Moments {
    private static final double UNIT = 0x1p600;

    /** Sums of squares below this may have lost digits, or all of them. */
    private static final double TINY = 0x1p-900;

    private final Welford usual = new Welford();
    private final Welford tiny = new Welford();
    private final Welford huge = new Welford();

    void add(double value) {
      usual.add(value);
      tiny.add(value * UNIT);
      huge.add(value / UNIT);
    }

    /** How such numbers are standardised. Numbers that are all the same have a deviation of 1. */
    Scale scale() {
      if (!Double.isFinite(usual.squares)) {
        return scale(huge.mean * UNIT, huge.deviation() * UNIT);
      }
      boolean isTiny = usual.squares < TINY;
      return scale(usual.mean, isTiny ? tiny.deviation() / UNIT : usual.deviation());
    }

    private static Scale scale(double mean, double deviation) {
      return new Scale(mean, deviation > 0 ? deviation : 1);
    }
  }

  /** Welford's update, which keeps its digits where the mean is far larger than the deviation. */
  private static final class Welford {
    private double mean;
    private double squares;
    private long count;

    void add(double value) {
      count++;
      double distance = value - mean;
      mean += distance / count;
      squares += distance * (value - mean);
    }

    double deviation() {
      return count == 0 ? 0 : Math.sqrt(squares / count);
    }
  }
}
