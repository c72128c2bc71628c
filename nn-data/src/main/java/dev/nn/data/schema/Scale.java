package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;

/**
 * Takes an offset off and divides, in double precision: (x − mean) / deviation. Where all numbers
 * are the same the deviation is 1, so that each becomes 0.
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
}
