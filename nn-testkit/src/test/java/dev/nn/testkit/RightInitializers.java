package dev.nn.testkit;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.Promise;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Initializers that are unusual and right. */
final class RightInitializers {
  private RightInitializers() {}

  /** The value of one element; the stream is asked for row after row. */
  interface Element {
    double draw(int i, int j, RandomGenerator random);
  }

  /**
   * An initializer, what its author promises, and the rules that cannot judge it.
   *
   * @param element its values
   */
  record Right(String name, Element element, Promise.OfFans promise, Set<String> skipped)
      implements Initializer {
    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      for (int i = 0; i < weights.rows(); i++) {
        for (int j = 0; j < weights.columns(); j++) {
          weights.set(i, j, (float) element.draw(i, j, random));
        }
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Right> all() {
    return Stream.of(
        new Right(
            "test.identity_and_noise",
            (i, j, random) -> (i == j ? 1 : 0) + 0.01 * random.nextGaussian(),
            RightInitializers::identityAndNoise,
            Set.of("I6")),
        new Right(
            "test.cauchy",
            (i, j, random) -> random.nextGaussian() / random.nextGaussian(),
            (fanIn, fanOut) -> Promise.NONE,
            Set.of("I5", "I6")),
        new Right(
            "test.student_3",
            (i, j, random) -> student(3, random),
            (fanIn, fanOut) -> Promise.NONE.withMoments(0, Math.sqrt(3)),
            Set.of("I6")),
        new Right(
            "test.exponential",
            (i, j, random) -> -StrictMath.log(1 - random.nextDouble()),
            (fanIn, fanOut) -> Promise.NONE.withMoments(1, 1).withRange(0, 37),
            Set.of()),
        new Right(
            "test.seldom_huge",
            (i, j, random) -> random.nextInt(5000) == 0 ? 20 : random.nextDouble(),
            (fanIn, fanOut) -> Promise.NONE,
            Set.of("I5", "I6")),
        new Right(
            "test.fading",
            (i, j, random) -> random.nextGaussian() / (1 + i),
            (fanIn, fanOut) -> Promise.NONE,
            Set.of("I5", "I6")),
        new Right(
            "test.ones",
            (i, j, random) -> 1,
            (fanIn, fanOut) -> Promise.NONE.withMoments(1, 0).withRange(1, 1),
            Set.of("I4")),
        new Right(
            "test.signs",
            (i, j, random) -> random.nextBoolean() ? 1 : -1,
            (fanIn, fanOut) -> Promise.NONE.withMoments(0, 1).withRange(-1, 1),
            Set.of()),
        new Right(
            "test.random_diagonal",
            (i, j, random) -> i == j ? random.nextDouble() : 0,
            (fanIn, fanOut) -> Promise.NONE.withRange(0, 1),
            Set.of("I4", "I5")));
  }

  /** E x² is that of the noise and of the ones, of which there are so many as the shorter side. */
  private static Promise identityAndNoise(int fanIn, int fanOut) {
    double ones = Math.min(fanIn, fanOut) / ((double) fanIn * fanOut);
    return Promise.NONE.withMoments(ones, Math.sqrt(1e-4 + ones - ones * ones));
  }

  /** Student's distribution, which has a variance, n/(n − 2), and no fourth moment if n is 3. */
  private static double student(int n, RandomGenerator random) {
    double squares = 0;
    for (int k = 0; k < n; k++) {
      double deviate = random.nextGaussian();
      squares += deviate * deviate;
    }
    return random.nextGaussian() / Math.sqrt(squares / n);
  }
}
