package dev.nn.tests.contract;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.testkit.check.Promise;

/** Moments and ranges of the built-in initializers, from the formulas of their sources. */
final class BuiltInPromises {
  /** Of N(0, 1) without what is more than 2 off: √(1 − 4·φ(2) / (2·Φ(2) − 1)). */
  private static final double TRUNCATED = 0.87962566103423978;

  private BuiltInPromises() {}

  static Promise of(Initializer initializer, int fanIn, int fanOut) {
    Options options = initializer.options();
    double both = (double) fanIn + fanOut;
    return switch (initializer.name()) {
      case "zeros" -> always(0);
      case "ones" -> always(1);
      case "constant" -> always(options.real("value"));
      case "uniform" -> uniform(options.real("min"), options.real("max"));
      case "normal" -> normal(options.real("mean"), options.real("stddev"));
      case "truncated_normal" -> truncated(options.real("mean"), options.real("stddev"));
      case "he_normal" -> normal(0, Math.sqrt(2.0 / fanIn));
      case "he_uniform" -> uniform(Math.sqrt(6.0 / fanIn));
      case "lecun_normal" -> truncated(0, Math.sqrt(1.0 / fanIn) / TRUNCATED);
      case "lecun_uniform" -> uniform(Math.sqrt(3.0 / fanIn));
      case "xavier_normal" -> normal(0, Math.sqrt(2 / both));
      case "xavier_uniform" -> uniform(Math.sqrt(6 / both));
      case "variance_scaling" -> scaled(options, fanIn, fanOut);
      case "eye" -> eye(options.real("gain"), fanIn, fanOut);
      case "orthogonal" -> orthogonal(options.real("gain"), Math.max(fanIn, fanOut));
      case "sparse" -> sparse(options, fanIn);
      default -> throw new AssertionError("no promise of " + initializer.name());
    };
  }

  private static Promise always(double value) {
    return Promise.NONE.withMoments(value, 0).withRange(value, value);
  }

  private static Promise normal(double mean, double stddev) {
    return Promise.NONE.withMoments(mean, stddev);
  }

  private static Promise truncated(double mean, double stddev) {
    return Promise.NONE
        .withMoments(mean, TRUNCATED * stddev)
        .withRange(mean - 2 * stddev, mean + 2 * stddev);
  }

  private static Promise uniform(double limit) {
    return uniform(-limit, limit);
  }

  private static Promise uniform(double min, double max) {
    return Promise.NONE
        .withMoments((min + max) / 2, (max - min) / Math.sqrt(12))
        .withRange(min, max);
  }

  private static Promise scaled(Options options, int fanIn, int fanOut) {
    double fan =
        switch (options.word("mode")) {
          case "fan_in" -> fanIn;
          case "fan_out" -> fanOut;
          default -> ((double) fanIn + fanOut) / 2;
        };
    double stddev = Math.sqrt(options.real("scale") / fan);
    return switch (options.word("distribution")) {
      case "uniform" -> uniform(stddev * Math.sqrt(3));
      case "untruncated_normal" -> normal(0, stddev);
      default -> truncated(0, stddev / TRUNCATED);
    };
  }

  /** So many elements as the shorter side are gain, a part 1 / longer side of all. */
  private static Promise eye(double gain, int fanIn, int fanOut) {
    double part = 1.0 / Math.max(fanIn, fanOut);
    return Promise.NONE
        .withMoments(gain * part, Math.abs(gain) * Math.sqrt(part * (1 - part)))
        .withRange(Math.min(0, gain), Math.max(0, gain));
  }

  /** The squares of every row, or of every column, sum to gain². */
  private static Promise orthogonal(double gain, int longer) {
    return Promise.NONE
        .withMoments(0, Math.abs(gain) / Math.sqrt(longer))
        .withRange(-Math.abs(gain), Math.abs(gain));
  }

  private static Promise sparse(Options options, int rows) {
    double kept = Math.max(1, Math.floor(options.real("density") * rows + 0.5));
    return Promise.NONE.withMoments(0, options.real("stddev") * Math.sqrt(kept / rows));
  }
}
