package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Initializer;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Arrays;

/** The rules I1 to I6 for initializers, each as a check of its own. */
public final class InitializerChecks {
  private static final int SIZE = 128;
  private static final long SEED = 17;

  /** Far more than any estimate from so many numbers errs by chance. */
  private static final double SIGMAS = 7;

  private static final int STREAMS = 8;

  /** Of so many normal deviates the farthest ones differ by less than half. */
  private static final double WIDER = 2;

  private InitializerChecks() {}

  /** I1: every element is written and nothing around, whatever the strides. */
  public static void writesItsResultOnly(Initializer initializer) {
    for (int[] shape : new int[][] {{1, 1}, {1, 7}, {7, 1}, {13, 5}, {5, 13}}) {
      Guarded weights = Guarded.empty(shape[0], shape[1]);
      initializer.initialize(weights.matrix(), shape[0], shape[1], random(0));
      String what = "I1: weights, " + shape[0] + " × " + shape[1];
      weights.checkWritten(what);
      Matrix dense = fill(initializer, shape[0], shape[1], 0);
      Bits.same(dense, weights.matrix(), what + ", with other strides");
    }
  }

  /** I2: all values are finite, for small and large fans. */
  public static void valuesAreFinite(Initializer initializer) {
    for (int size : new int[] {1, 2, 9, SIZE}) {
      for (double value : Samples.numbers(fill(initializer, size, size, 0))) {
        assertTrue(Double.isFinite(value), "I2: weights of size " + size + " hold " + value);
      }
    }
    Matrix weights = Matrix.zeros(2, 2);
    initializer.initialize(weights, 1_000_000, 1, random(0));
    for (double value : Samples.numbers(weights)) {
      assertTrue(Double.isFinite(value), "I2: weights for a large fan hold " + value);
    }
  }

  /** I3: all randomness comes from the stream: the same stream gives the same bits. */
  public static void sameStreamSameValues(Initializer initializer) {
    Bits.same(
        fill(initializer, SIZE, SIZE, 5),
        fill(initializer, SIZE, SIZE, 5),
        "I3: a second time from the same stream");
  }

  /** I4: what two streams give is not correlated. */
  public static void streamsAreIndependent(Initializer initializer) {
    double[] first = centred(drawn(initializer, 1, "I4"));
    double[] second = centred(drawn(initializer, 2, "I4"));
    double product = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < first.length; i++) {
      product += first[i] * second[i];
      left += first[i] * first[i];
      right += second[i] * second[i];
    }
    double correlation = product / Math.sqrt(left * right);
    assertTrue(
        Math.abs(correlation) < SIGMAS / SIZE,
        "I4: the values of two streams are correlated by " + correlation);
  }

  /** I5: mean and variance are the same in the upper and the lower half of a large matrix. */
  public static void momentsAreTheSameEverywhere(Initializer initializer) {
    double[] values = drawn(initializer, 3, "I5");
    int half = values.length / 2;
    Moments upper = Moments.of(Arrays.copyOf(values, half));
    Moments lower = Moments.of(Arrays.copyOfRange(values, half, values.length));
    assertTrue(
        upper.isLike(lower, SIGMAS),
        () -> "I5: the upper half has " + upper + ", the lower half " + lower);
  }

  /**
   * I6: the range is the same for every stream: no number of one stream is much farther from the
   * mean than the farthest of another one.
   */
  public static void rangesAreAlike(Initializer initializer) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int stream = 0; stream < STREAMS; stream++) {
      double farthest =
          Arrays.stream(centred(drawn(initializer, 10 + stream, "I6")))
              .map(Math::abs)
              .max()
              .orElse(0);
      least = Math.min(least, farthest);
      most = Math.max(most, farthest);
    }
    assertTrue(
        most <= WIDER * least,
        "I6: the farthest from the mean is off by "
            + least
            + " in one stream, "
            + most
            + " in another");
  }

  static double[] trace(Initializer initializer) {
    return Samples.numbers(fill(initializer, 17, 5, 7));
  }

  private static double[] drawn(Initializer initializer, int stream, String rule) {
    double[] values = Samples.numbers(fill(initializer, SIZE, SIZE, stream));
    double[] others = Samples.numbers(fill(initializer, SIZE, SIZE, stream + 100));
    Skip.unless(
        !Arrays.equals(values, others), rule + ": the values do not depend on the random stream");
    return values;
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static Matrix fill(Initializer initializer, int rows, int columns, int stream) {
    Matrix weights = Matrix.zeros(rows, columns);
    initializer.initialize(weights, rows, columns, random(stream));
    return weights;
  }

  private static CounterRandom random(int stream) {
    return CounterRandom.of(SEED, stream);
  }

  /** Mean and variance with their standard errors. */
  private record Moments(double mean, double variance, double meanError, double varianceError) {
    static Moments of(double[] values) {
      double[] distances = centred(values);
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance = Arrays.stream(distances).map(d -> d * d).average().orElseThrow();
      double fourth = Arrays.stream(distances).map(d -> d * d * d * d).average().orElseThrow();
      return new Moments(
          mean,
          variance,
          Math.sqrt(variance / values.length),
          Math.sqrt(Math.max(0, fourth - variance * variance) / values.length));
    }

    boolean isLike(Moments other, double sigmas) {
      return Math.abs(mean - other.mean) <= sigmas * (meanError + other.meanError)
          && Math.abs(variance - other.variance)
              <= sigmas * (varianceError + other.varianceError) + 1e-9;
    }

    @Override
    public String toString() {
      return "mean " + mean + " and variance " + variance;
    }
  }
}
