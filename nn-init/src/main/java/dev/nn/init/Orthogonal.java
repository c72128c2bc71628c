package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * A random matrix Q with QᵀQ = gain²·I if it has at least as many rows as columns, else QQᵀ =
 * gain²·I; all such matrices are equally likely.
 *
 * <p>Independent normal vectors, one for each row or column, whichever are fewer, are made
 * orthonormal one after the other (Gram–Schmidt, each twice for accuracy, in {@code double}), which
 * equals the factor Q of Keras and PyTorch with its signs set so that R has a positive diagonal.
 * The work grows with the square of the smaller side times the larger. Source: Saxe, McClelland and
 * Ganguli, <i>Exact solutions to the nonlinear dynamics of learning in deep linear neural
 * networks</i>, 2014.
 *
 * @param gain factor; a finite float
 */
public record Orthogonal(double gain) implements Initializer {
  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Orthogonal {
    gain = Range.finite().check("gain", gain);
  }

  /** Creates the initializer with its defaults: gain = 1. */
  public Orthogonal() {
    this(1);
  }

  @Override
  public String name() {
    return "orthogonal";
  }

  @Override
  public String description() {
    return "gain times a random matrix with orthonormal rows or columns";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("gain", gain);
  }

  @Override
  public Orthogonal withOptions(Options complete) {
    return new Orthogonal(complete.real("gain"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    int count = Math.min(weights.rows(), weights.columns());
    int length = Math.max(weights.rows(), weights.columns());
    double[][] basis = new double[count][length];
    for (int k = 0; k < count; k++) {
      do {
        for (int j = 0; j < length; j++) {
          basis[k][j] = random.nextGaussian();
        }
      } while (!Orthonormal.extend(basis, k));
    }
    boolean tall = weights.rows() >= weights.columns();
    for (int i = 0; i < weights.rows(); i++) {
      for (int j = 0; j < weights.columns(); j++) {
        weights.set(i, j, (float) (gain * (tall ? basis[j][i] : basis[i][j])));
      }
    }
  }
}
