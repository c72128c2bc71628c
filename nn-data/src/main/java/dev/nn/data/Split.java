package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A data set in two parts, one to train with and one to test with:
 *
 * <pre>{@code
 * Split split = Split.stratified(BundledData.digits(), 0.8, 42);
 * Model model = trainer.fit(network, split.train()).model();
 * double accuracy = model.evaluate(split.test(), Metrics::accuracy);
 * }</pre>
 *
 * <p>Every row is in exactly one of the parts. Which one is drawn from a seed, with the same result
 * on every machine and JDK. Within a part the rows keep their order. For three parts, split one of
 * them again.
 *
 * @param train the part with the given fraction of the rows
 * @param test the rest
 */
public record Split(Dataset train, Dataset test) {
  /** Keeps these draws apart from others that start from the same seed: "split" in ASCII. */
  private static final long PURPOSE = 0x73_70_6c_69_74L;

  /**
   * Splits a data set so that every class has its share of both parts, to within one row.
   *
   * <p>Of n rows in all, {@code train} gets {@code fraction·n}, rounded. Of the m rows of a class
   * it gets {@code fraction·m}, rounded down, or rounded up for the classes with the largest
   * remainders (of equal remainders, the class that comes first). Yes and no count as two classes.
   * Real targets have no classes, so they are split as by {@link #random}.
   *
   * @param fraction the share of {@code train}, above 0 and below 1
   * @throws IllegalArgumentException if the fraction is out of range
   * @throws DataException if a part would have no row
   */
  public static Split stratified(Dataset data, double fraction, long seed) {
    return split(data, classes(data), fraction, seed);
  }

  /**
   * Splits a data set without regard to its targets. Of n rows {@code train} gets {@code
   * fraction·n}, rounded.
   *
   * @param fraction the share of {@code train}, above 0 and below 1
   * @throws IllegalArgumentException if the fraction is out of range
   * @throws DataException if a part would have no row
   */
  public static Split random(Dataset data, double fraction, long seed) {
    return split(data, new int[data.rows()], fraction, seed);
  }

  private static Split split(Dataset data, int[] classes, double fraction, long seed) {
    Chosen rows = chosen(classes, fraction, seed);
    return new Split(data.select(rows.train), data.select(rows.test));
  }

  /** Returns the rows of both parts, chosen as {@link #stratified} does. */
  static Chosen chosen(Dataset data, double fraction, long seed) {
    return chosen(classes(data), fraction, seed);
  }

  /** The rows of both parts. */
  @SuppressWarnings("ArrayRecordComponent") // handed over at once, never compared
  record Chosen(int[] train, int[] test) {}

  private static Chosen chosen(int[] classes, double fraction, long seed) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "a fraction is above 0 and below 1, such as 0.8, but got " + fraction);
    }
    int total = (int) Math.round(fraction * classes.length);
    if (total == 0 || total == classes.length) {
      throw new DataException(
          "the fraction %s of %s rows leaves %s without a row"
              .formatted(fraction, classes.length, total == 0 ? "train" : "test"));
    }
    int[] left = new int[Arrays.stream(classes).max().orElse(0) + 1];
    for (int rowClass : classes) {
      left[rowClass]++;
    }
    int[] wanted = shares(left, fraction, total);
    // Selection sampling (Knuth, The Art of Computer Programming, 3.4.2, algorithm S): every choice
    // of rows is equally likely and the rows keep their order.
    CounterRandom random = CounterRandom.of(seed, PURPOSE);
    int[] train = new int[total];
    int[] test = new int[classes.length - total];
    int chosen = 0;
    for (int row = 0; row < classes.length; row++) {
      int rowClass = classes[row];
      if (random.nextInt(left[rowClass]--) < wanted[rowClass]) {
        wanted[rowClass]--;
        train[chosen++] = row;
      } else {
        test[row - chosen] = row;
      }
    }
    return new Chosen(train, test);
  }

  private static int[] shares(int[] sizes, double fraction, int total) {
    int[] shares = new int[sizes.length];
    double[] remainders = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      double exact = fraction * sizes[i];
      shares[i] = (int) exact;
      remainders[i] = exact - shares[i];
    }
    int missing = total - Arrays.stream(shares).sum();
    IntStream.range(0, sizes.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -remainders[i]))
        .limit(missing)
        .forEach(i -> shares[i]++);
    return shares;
  }

  private static int[] classes(Dataset data) {
    int[] classes = new int[data.rows()];
    if (data.targets() instanceof Targets.Real || data.targets() instanceof Targets.MultiLabel) {
      return classes;
    }
    Matrix target = Matrix.zeros(1, data.targets().columns());
    for (int row = 0; row < classes.length; row++) {
      data.readTarget(row, target, 0);
      classes[row] =
          data.targets() instanceof Targets.Binary ? (int) target.get(0, 0) : largest(target);
    }
    return classes;
  }

  private static int largest(Matrix row) {
    int largest = 0;
    for (int i = 1; i < row.columns(); i++) {
      if (row.get(0, i) > row.get(0, largest)) {
        largest = i;
      }
    }
    return largest;
  }
}
