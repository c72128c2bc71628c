package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * The forward pass of one worker over its rows of the batch. The layer writes {@link #output} (and
 * z and the saved buffers where it declared them) from {@link #input} and the parameters; row i
 * depends on row i only.
 */
public interface ForwardPass extends Pass {

  /** Whether this is a step of training, rather than a prediction. */
  boolean training();

  /** A buffer of this worker that the layer declared with {@link Needs#withScratch}, 1 × floats. */
  Matrix scratch(int index);

  /** The affine map result = left · right + row, the row added to every row: x·W + b. */
  void affine(Matrix left, Matrix right, Matrix row, Matrix result);

  /** The matrix product result = left · right. */
  void product(Matrix left, Matrix right, Matrix result);

  /** The matrix product added to what is there: result += left · right. */
  void addProduct(Matrix left, Matrix right, Matrix result);

  /**
   * Fills a matrix, which has the rows of this pass, with random numbers that are uniform in [0,
   * 1). They depend on the seed, the layer, the step, the row's place in the batch and {@code
   * stream}, not on the worker.
   *
   * @param stream tells several draws of one layer in one step apart: 0, 1, …
   * @throws IllegalStateException in a prediction
   */
  void uniform(int stream, Matrix result);

  /**
   * The same with normal deviates of mean 0 and variance 1.
   *
   * @throws IllegalStateException in a prediction
   */
  void normal(int stream, Matrix result);
}
