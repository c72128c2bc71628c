package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mean 0 and variance scale/n, where n is fan_in, fan_out or their mean (mode fan_avg). The
 * distributions:
 *
 * <ul>
 *   <li>{@code truncated_normal}: normal, truncated at two standard deviations and widened to make
 *       up for the cut,
 *   <li>{@code untruncated_normal},
 *   <li>{@code uniform}: Unif[−l, l] with l = √(3·scale/n).
 * </ul>
 *
 * <p>As in Keras.
 *
 * @param scale factor of the variance, more than 0
 * @param mode {@code fan_in}, {@code fan_out} or {@code fan_avg}
 * @param distribution {@code truncated_normal}, {@code untruncated_normal} or {@code uniform}
 */
public record VarianceScaling(double scale, String mode, String distribution)
    implements Initializer {
  private static final List<String> MODES = List.of("fan_in", "fan_out", "fan_avg");
  private static final List<String> DISTRIBUTIONS =
      List.of("truncated_normal", "untruncated_normal", "uniform");

  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public VarianceScaling {
    scale = Range.moreThan(0).check("scale", scale);
    mode = oneOf(MODES, "mode", mode);
    distribution = oneOf(DISTRIBUTIONS, "distribution", distribution);
  }

  /**
   * Creates the initializer with its defaults: scale = 1, mode = fan_in, distribution =
   * truncated_normal.
   */
  public VarianceScaling() {
    this(1, "fan_in", "truncated_normal");
  }

  private static String oneOf(List<String> words, String name, String value) {
    if (!words.contains(value)) {
      throw new IllegalArgumentException(name + " must be one of " + words + ", got " + value);
    }
    return value;
  }

  @Override
  public String name() {
    return "variance_scaling";
  }

  @Override
  public String description() {
    return "mean 0 and variance scale / n, n by mode";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withReal("scale", scale)
        .withWord("mode", mode)
        .withWord("distribution", distribution);
  }

  @Override
  public VarianceScaling withOptions(Options complete) {
    return new VarianceScaling(
        complete.real("scale"), complete.word("mode"), complete.word("distribution"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    double variance = scale / fan(fanIn, fanOut);
    switch (distribution) {
      case "uniform" -> {
        double limit = Math.sqrt(3 * variance);
        Fill.uniform(weights, -limit, limit, random);
      }
      case "untruncated_normal" -> Fill.normal(weights, 0, Math.sqrt(variance), random);
      default ->
          Fill.truncatedNormal(weights, 0, Math.sqrt(variance) / Fill.TRUNCATED_STDDEV, random);
    }
  }

  private double fan(int fanIn, int fanOut) {
    return switch (mode) {
      case "fan_in" -> fanIn;
      case "fan_out" -> fanOut;
      default -> ((double) fanIn + fanOut) / 2;
    };
  }
}
