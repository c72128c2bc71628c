package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * Gives each unit (column) few incoming connections: in every column max(1, ⌊density·rows + ½⌋)
 * elements, all choices being equally likely, are N(0, stddev²); the others are 0.
 *
 * <p>PyTorch's {@code sparse_} takes the part that is 0, {@code sparsity = 1 − density}, and thins
 * out the columns of a matrix with one row for each unit, which are the units' outgoing
 * connections. Source: Martens, <i>Deep learning via Hessian-free optimization</i>, 2010.
 *
 * @param density part of the elements that are not 0, more than 0 and at most 1
 * @param stddev standard deviation of those, at least 0
 */
public record Sparse(double density, double stddev) implements Initializer {
  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Sparse {
    density = Range.moreThan(0).andAtMost(1).check("density", density);
    stddev = Range.atLeast(0).check("stddev", stddev);
  }

  /** Creates the initializer with its defaults: density = 0.1, stddev = 0.01. */
  public Sparse() {
    this(0.1, 0.01);
  }

  @Override
  public String name() {
    return "sparse";
  }

  @Override
  public String description() {
    return "N(0, stddev²) for a part of each column, else 0";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("density", density).withReal("stddev", stddev);
  }

  @Override
  public Sparse withOptions(Options complete) {
    return new Sparse(complete.real("density"), complete.real("stddev"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    long wanted = Math.max(1, Math.round(density * weights.rows()));
    for (int j = 0; j < weights.columns(); j++) {
      long open = wanted;
      for (int i = 0; i < weights.rows(); i++) {
        // Selection sampling: takes each of the remaining elements with the probability open /
        // left.
        int left = weights.rows() - i;
        boolean taken = random.nextInt(left) < open;
        weights.set(i, j, taken ? (float) (stddev * random.nextGaussian()) : 0);
        open -= taken ? 1 : 0;
      }
    }
  }
}
