package dev.nn.search.space;

import dev.nn.api.SpecValue;
import dev.nn.math.CounterRandom;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Any number from one to another, both included: {@code [0.0..0.5]}, {@code [1e-4..1e-1 log]},
 * {@code [1..8]}. Ends that are both written with digits alone give whole numbers.
 *
 * @param low the smallest number
 * @param high the largest number, above the smallest
 * @param isWhole whether only whole numbers are meant
 * @param isLogarithmic whether the logarithm is uniform instead of the number
 */
record Numbers(String low, String high, boolean isWhole, boolean isLogarithmic) {

  /** More would pretend that they matter; fewer would make neighbours of a narrow range equal. */
  private static final MathContext DIGITS = new MathContext(4);

  /** How many they are; {@link Count#INFINITE} if they are real. */
  long ways() {
    return isWhole ? Long.parseLong(high) - Long.parseLong(low) + 1 : Count.INFINITE;
  }

  /** A whole number by its place in the range, from 0. */
  String whole(long index) {
    return String.valueOf(Long.parseLong(low) + index);
  }

  /**
   * A number at random. Real ones are rounded to four digits and stay in the range; whole ones on a
   * logarithmic scale are those below a real number from {@code low} to {@code high + 1}.
   */
  String draw(CounterRandom random) {
    if (isWhole && !isLogarithmic) {
      return whole(random.nextLong(ways()));
    }
    BigDecimal from = new BigDecimal(low);
    BigDecimal to = new BigDecimal(high);
    double uniform = random.nextDouble();
    if (isWhole) {
      double real = between(from.doubleValue(), to.doubleValue() + 1, uniform);
      return String.valueOf(Math.min((long) real, to.longValueExact()));
    }
    BigDecimal rounded =
        new BigDecimal(between(from.doubleValue(), to.doubleValue(), uniform)).round(DIGITS);
    return new SpecValue.Decimal(rounded.max(from).min(to)).toString();
  }

  private double between(double from, double to, double uniform) {
    if (!isLogarithmic) {
      return from + uniform * (to - from);
    }
    double logarithm = StrictMath.log(from);
    return StrictMath.exp(logarithm + uniform * (StrictMath.log(to) - logarithm));
  }
}
