package dev.nn.init;

import dev.nn.api.Initializer;
import dev.nn.api.Options;
import dev.nn.api.Range;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * The identity matrix times gain; if the matrix is not square, the diagonal from its first element
 * on. Keras' {@code Identity}, PyTorch's {@code eye_}.
 *
 * @param gain the elements of the diagonal; a finite float
 */
public record Eye(double gain) implements Initializer {
  /**
   * Creates an initializer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Eye {
    gain = Range.finite().check("gain", gain);
  }

  /** Creates the initializer with its defaults: gain = 1. */
  public Eye() {
    this(1);
  }

  @Override
  public String name() {
    return "eye";
  }

  @Override
  public String description() {
    return "gain on the diagonal, else 0";
  }

  @Override
  public Options options() {
    return Options.NONE.withReal("gain", gain);
  }

  @Override
  public Eye withOptions(Options complete) {
    return new Eye(complete.real("gain"));
  }

  @Override
  public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
    weights.fill(0);
    for (int i = 0; i < Math.min(weights.rows(), weights.columns()); i++) {
      weights.set(i, i, (float) gain);
    }
  }
}
