package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  // Written down from the first run: whatever changes them changes the results of users.
  private static final int[] STRATIFIED = {0, 5, 7, 8, 9, 10};
  private static final int[] RANDOM = {0, 2, 7, 8, 9, 10};

  /** Examples whose one feature is the number of their row. */
  private static Dataset classes(int... labels) {
    return Dataset.classes(rowNumbers(labels.length), labels);
  }

  private static float[][] rowNumbers(int rows) {
    return IntStream.range(0, rows).mapToObj(i -> new float[] {i}).toArray(float[][]::new);
  }

  private static int[] rows(Dataset part) {
    Matrix feature = Matrix.zeros(1, 1);
    return IntStream.range(0, part.rows())
        .map(
            row -> {
              part.readFeatures(row, feature, 0);
              return (int) feature.get(0, 0);
            })
        .toArray();
  }

  private static int[] classCounts(Dataset data) {
    Matrix target = Matrix.zeros(1, data.targets().columns());
    int[] counts = new int[target.columns()];
    for (int row = 0; row < data.rows(); row++) {
      data.readTarget(row, target, 0);
      for (int i = 0; i < counts.length; i++) {
        counts[i] += (int) target.get(0, i);
      }
    }
    return counts;
  }

  private static void assertParts(Dataset whole, Split split, String message) {
    int[] train = rows(split.train());
    int[] test = rows(split.test());
    int[] all = IntStream.concat(Arrays.stream(train), Arrays.stream(test)).sorted().toArray();

    assertArrayEquals(IntStream.range(0, whole.rows()).toArray(), all, message);
    assertArrayEquals(Arrays.stream(train).sorted().toArray(), train, message);
    assertArrayEquals(Arrays.stream(test).sorted().toArray(), test, message);
  }

  @Test
  void irisKeepsItsProportions() {
    Split split = Split.stratified(BundledData.iris(), 0.8, 42);

    assertArrayEquals(new int[] {40, 40, 40}, classCounts(split.train()));
    assertArrayEquals(new int[] {10, 10, 10}, classCounts(split.test()));
    assertEquals(BundledData.iris().targets(), split.test().targets());
  }

  @Test
  void threePartsComeFromTwoSplits() {
    Split first = Split.stratified(BundledData.digits(), 0.6, 1);
    Split second = Split.stratified(first.test(), 0.5, 1);

    assertEquals(1078, first.train().rows());
    assertEquals(360, second.train().rows());
    assertEquals(359, second.test().rows());
  }

  @Test
  void roundingFollowsTheLargestRemainders() {
    // 0.5 of 3, 5 and 3 rows: 1.5, 2.5 and 1.5; of the total of 5.5, rounded to 6, four are sure
    // and the first two classes get the others.
    Dataset data = classes(0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2);

    for (long seed = 0; seed < 100; seed++) {
      assertArrayEquals(
          new int[] {2, 3, 1}, classCounts(Split.stratified(data, 0.5, seed).train()));
    }
    // 0.7 of 2, 3 and 5 rows: 1.4, 2.1 and 3.5 of 7.
    Dataset other = classes(2, 2, 2, 2, 2, 1, 1, 1, 0, 0);
    assertArrayEquals(new int[] {1, 2, 4}, classCounts(Split.stratified(other, 0.7, 5).train()));
  }

  @Test
  void rowsOfAnySetArePartedByClassToWithinOne() {
    long seed = 31_337;
    Random random = new Random(seed);
    for (int trial = 0; trial < 2_000; trial++) {
      int[] labels = random.ints(2 + random.nextInt(60), 0, 1 + random.nextInt(7)).toArray();
      Dataset data = classes(labels);
      double fraction = 0.3 + 0.4 * random.nextDouble();
      Split split = Split.stratified(data, fraction, trial);
      String message = "seed %d, trial %d".formatted(seed, trial);

      assertParts(data, split, message);
      assertEquals(Math.round(fraction * labels.length), split.train().rows(), message);
      int[] whole = classCounts(data);
      int[] train = classCounts(split.train());
      for (int i = 0; i < whole.length; i++) {
        assertTrue(Math.abs(train[i] - fraction * whole[i]) < 1, message);
      }
    }
  }

  @Test
  void everyRowIsEquallyLikely() {
    Dataset data = classes(0, 1, 0, 1, 0, 1, 0, 1);
    int[] stratified = new int[8];
    int[] random = new int[8];
    int trials = 40_000;
    for (int seed = 0; seed < trials; seed++) {
      for (int row : rows(Split.stratified(data, 0.5, seed).train())) {
        stratified[row]++;
      }
      for (int row : rows(Split.random(data, 0.5, seed).train())) {
        random[row]++;
      }
    }
    // Each count is binomial with standard deviation 100; these seeds are fixed.
    for (int row = 0; row < 8; row++) {
      assertEquals(trials / 2, stratified[row], 500, "row " + row);
      assertEquals(trials / 2, random[row], 500, "row " + row);
    }
  }

  @Test
  void oneSeedMeansOneSplitForEver() {
    Dataset data = classes(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);

    assertArrayEquals(STRATIFIED, rows(Split.stratified(data, 0.5, 42).train()));
    assertArrayEquals(RANDOM, rows(Split.random(data, 0.5, 42).train()));
    assertFalse(Arrays.equals(STRATIFIED, rows(Split.stratified(data, 0.5, 43).train())));
  }

  @Test
  void binaryTargetsAreStratifiedToo() {
    int[] labels = new int[100];
    Arrays.fill(labels, 0, 10, 1);
    Dataset data = Dataset.binary(rowNumbers(100), labels);

    for (long seed = 0; seed < 50; seed++) {
      Split split = Split.stratified(data, 0.3, seed);
      assertParts(data, split, "seed " + seed);
      assertArrayEquals(new int[] {3}, classCounts(split.train()), "seed " + seed);
      assertArrayEquals(new int[] {7}, classCounts(split.test()), "seed " + seed);
    }
  }

  @Test
  void realTargetsAreSplitAtRandom() {
    Dataset data = Dataset.regression(rowNumbers(10), new float[10]);
    Split split = Split.stratified(data, 0.75, 3);

    assertEquals(new Targets.Real(1), split.train().targets());
    assertEquals(8, split.train().rows());
    assertParts(data, split, "seed 3");
    assertArrayEquals(rows(Split.random(data, 0.75, 3).train()), rows(split.train()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 1.5, 80, Double.NaN, Double.POSITIVE_INFINITY})
  void fractionOutsideItsRangeIsRefused(double fraction) {
    Dataset data = classes(0, 1, 0, 1);

    assertEquals(
        "a fraction is above 0 and below 1, such as 0.8, but got " + fraction,
        assertThrows(IllegalArgumentException.class, () -> Split.random(data, fraction, 0))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Split.stratified(data, fraction, 0));
  }

  @Test
  void partWithoutRowIsRefused() {
    Dataset data = classes(0, 1, 0, 1);

    assertEquals(
        "the fraction 0.1 of 4 rows leaves train without a row",
        assertThrows(DataException.class, () -> Split.random(data, 0.1, 0)).getMessage());
    assertEquals(
        "the fraction 0.9 of 4 rows leaves test without a row",
        assertThrows(DataException.class, () -> Split.stratified(data, 0.9, 0)).getMessage());
    assertThrows(DataException.class, () -> Split.random(data.select(), 0.5, 0));
  }
}
