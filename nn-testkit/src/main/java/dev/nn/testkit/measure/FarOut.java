package dev.nn.testkit.measure;

import java.util.Arrays;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** Whether numbers that depend on x are finite far out, or overflow on the way by their nature. */
public final class FarOut {
  private static final float NEARLY_OVERFLOWN = Float.MAX_VALUE / 1024;
  private static final float[] SIZES = {20, 90, 1e3f, 1e4f};
  private static final float PRECISION = 1e-3f;

  private FarOut() {}

  public interface Numbers {
    double[] at(float x);
  }

  /** Returns the sizes that are looked at, on both sides of 0. */
  public static float[] sizes() {
    return SIZES.clone();
  }

  public static boolean areFinite(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isFinite);
  }

  /**
   * Returns nothing if the numbers are finite at ±20, ±90, ±10³ and ±10⁴, or else where they
   * overflow. Fails if they are not even large a little nearer, because then it is not the numbers
   * that overflow but the way in which they are computed.
   *
   * @param near where the numbers have to be finite; its sign is that of the side that is looked at
   */
  public static Optional<String> overflow(float near, Numbers numbers, String rule) {
    if (!areFinite(numbers.at(near))) {
      throw new AssertionFailedError("%s: not finite at %s".formatted(rule, near));
    }
    float finite = near;
    for (float size : SIZES) {
      float far = Math.copySign(size, near);
      if (!areFinite(numbers.at(far))) {
        return Optional.of(overflow(finite, far, numbers, rule));
      }
      finite = far;
    }
    return Optional.empty();
  }

  private static String overflow(float near, float far, Numbers numbers, String rule) {
    float finite = near;
    float infinite = far;
    while (Math.abs(infinite - finite) > PRECISION) {
      float middle = finite + (infinite - finite) / 2;
      if (areFinite(numbers.at(middle))) {
        finite = middle;
      } else {
        infinite = middle;
      }
    }
    double largest = Arrays.stream(numbers.at(finite)).map(Math::abs).max().orElse(0);
    if (!(largest >= NEARLY_OVERFLOWN)) {
      throw new AssertionFailedError(
          "%s: not finite at %s, though no more than %s at %s"
              .formatted(rule, infinite, (float) largest, finite));
    }
    return "overflows by its nature at %s, where the largest floats end".formatted(infinite);
  }
}
