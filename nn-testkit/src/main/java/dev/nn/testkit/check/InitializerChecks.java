package dev.nn.testkit.check;

import dev.nn.api.Initializer;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Estimate;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Guarded;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import java.util.Arrays;

/**
 * The rules I1 to I6 for initializers, each as a separate check. Which distribution the values have
 * is the author's choice, so the rules judge only what every initializer owes and what the author
 * promises.
 */
public final class InitializerChecks {
  private static final long SEED = 17;
  private static final int STREAMS = 16;

  /** The fans differ, so that it matters which is which. */
  private static final int FAN_IN = 96;

  private static final int FAN_OUT = 160;

  /** Elements that have to differ between streams: more than a diagonal has. */
  private static final int ENOUGH = 256;

  /**
   * A single number that is drawn for a whole matrix gives 1, and one for each element gives hardly
   * more than 0.
   */
  private static final double HARDLY_RANDOM = 0.5;

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
    for (int size : new int[] {1, 2, 9, 128}) {
      for (double value : Samples.numbers(fill(initializer, size, size, 0))) {
        Fail.unless(Double.isFinite(value), "I2: weights of size " + size + " hold " + value);
      }
    }
    Matrix weights = Matrix.zeros(2, 2);
    initializer.initialize(weights, 1_000_000, 1, random(0));
    for (double value : Samples.numbers(weights)) {
      Fail.unless(Double.isFinite(value), "I2: weights for a large fan hold " + value);
    }
  }

  /** I3: all randomness comes from the stream: the same stream gives the same bits. */
  public static void sameStreamSameValues(Initializer initializer) {
    Bits.same(
        fill(initializer, FAN_IN, FAN_OUT, 5),
        fill(initializer, FAN_IN, FAN_OUT, 5),
        "I3: a second time from the same stream");
  }

  /**
   * I4: the values of two streams are not correlated, apart from what all streams have in common,
   * such as an identity to which noise is added. A single number that is drawn for the whole matrix
   * would correlate them. The rule is skipped if hardly any value depends on the stream.
   */
  public static void streamsAreIndependent(Initializer initializer) {
    double sum = 0;
    for (int stream = 0; stream < STREAMS; stream += 4) {
      double[] first = difference(initializer, stream, stream + 1);
      double[] second = difference(initializer, stream + 2, stream + 3);
      sum += Math.abs(correlation(first, second));
    }
    double correlation = sum / (STREAMS / 4);
    Fail.unless(
        correlation < HARDLY_RANDOM,
        "I4: the values of two streams are correlated by "
            + correlation
            + "; draw one for each element");
  }

  /** The difference between two streams, in which what all streams have in common is gone. */
  private static double[] difference(Initializer initializer, int stream, int other) {
    double[] values = values(initializer, stream);
    double[] others = values(initializer, other);
    Arrays.setAll(values, i -> values[i] - others[i]);
    return values;
  }

  /** The correlation of the signs, so that a few huge values do not decide. */
  private static double correlation(double[] first, double[] second) {
    double sum = 0;
    int compared = 0;
    for (int i = 0; i < first.length; i++) {
      double product = Math.signum(first[i]) * Math.signum(second[i]);
      sum += product;
      compared += product == 0 ? 0 : 1;
    }
    Skip.unless(
        compared >= ENOUGH,
        "I4: %s of %s values depend on the random stream, too few to compare streams"
            .formatted(compared, first.length));
    return sum / compared;
  }

  /**
   * I5: the values of many streams have the mean and the standard deviation that the author's test
   * promises. The rule is skipped if it promises none.
   */
  public static void momentsAreAsPromised(Initializer initializer, Promise.OfFans promise) {
    Promise given = promise.of(FAN_IN, FAN_OUT);
    Skip.unless(
        given.moments().isPresent(), "I5: no moments are promised; override promise with them");
    Promise.Moments moments = given.moments().orElseThrow();
    double[] means = new double[STREAMS];
    double[] squares = new double[STREAMS];
    for (int stream = 0; stream < STREAMS; stream++) {
      double[] values = values(initializer, stream);
      means[stream] = Arrays.stream(values).average().orElseThrow();
      squares[stream] =
          Arrays.stream(values)
              .map(v -> v - moments.mean())
              .map(d -> d * d)
              .average()
              .orElseThrow();
    }
    double deviation = moments.standardDeviation();
    double rounding = 1e-6 * (Math.abs(moments.mean()) + deviation);
    Estimate.of(means).check("I5: the mean", moments.mean(), rounding);
    Estimate.of(squares)
        .check("I5: the variance", deviation * deviation, rounding * (2 * deviation + rounding));
  }

  /**
   * I6: no value lies outside the range that the author's test promises. The rule is skipped if it
   * promises none.
   */
  public static void rangeIsAsPromised(Initializer initializer, Promise.OfFans promise) {
    Promise given = promise.of(FAN_IN, FAN_OUT);
    Skip.unless(given.range().isPresent(), "I6: no range is promised; override promise with it");
    Promise.Range range = given.range().orElseThrow();
    for (int stream = 0; stream < STREAMS; stream++) {
      for (double value : values(initializer, stream)) {
        Fail.unless(
            range.contains(value),
            () ->
                "I6: %s is not between %s and %s, as was promised for fans of %s and %s"
                    .formatted(value, range.least(), range.greatest(), FAN_IN, FAN_OUT));
      }
    }
  }

  static double[] trace(Initializer initializer, int turn) {
    return Samples.numbers(fill(initializer, 17, 5, 7 + turn));
  }

  private static double[] values(Initializer initializer, int stream) {
    return Samples.numbers(fill(initializer, FAN_IN, FAN_OUT, stream));
  }

  private static Matrix fill(Initializer initializer, int rows, int columns, int stream) {
    Matrix weights = Matrix.zeros(rows, columns);
    initializer.initialize(weights, rows, columns, random(stream));
    return weights;
  }

  private static CounterRandom random(int stream) {
    return CounterRandom.of(SEED, stream);
  }
}
