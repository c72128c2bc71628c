package dev.nn.api;

import dev.nn.math.Matrix;

/**
 * The forward pass of one worker over its rows of the batch.
 *
 * <p>The layer writes {@link #output}, and z and the saved buffers where it declared them, from
 * {@link #input} and the parameters. Row i of the result must depend on row i of the input only.
 * For a dense layer that is:
 *
 * <pre>{@code
 * pass.affine(pass.input(), pass.parameter(KERNEL), pass.parameter(BIAS), pass.preActivation());
 * activation.forward(pass.preActivation(), pass.output());
 * }</pre>
 */
public interface ForwardPass extends Pass {

  /**
   * Returns whether this is a step of training, rather than a prediction. Dropout, for instance,
   * does nothing in a prediction.
   */
  boolean training();

  /**
   * Returns a buffer of this worker that the layer declared with {@link Needs#withScratch}, 1 ×
   * floats. What it holds at first is not defined.
   *
   * @param index place among the buffers that were declared with {@code withScratch}
   */
  Matrix scratch(int index);

  /**
   * Computes the affine map result = left · right + row, with the row added to every row: x·W + b.
   *
   * @param left m × k
   * @param right k × n
   * @param row 1 × n
   * @param result m × n
   */
  void affine(Matrix left, Matrix right, Matrix row, Matrix result);

  /**
   * Computes the matrix product result = left · right.
   *
   * @param left m × k
   * @param right k × n
   * @param result m × n
   */
  void product(Matrix left, Matrix right, Matrix result);

  /**
   * Computes result = result + left · right.
   *
   * @param left m × k
   * @param right k × n
   * @param result m × n
   */
  void addProduct(Matrix left, Matrix right, Matrix result);

  /**
   * Fills a matrix, which has the rows of this pass, with random numbers that are uniform in [0,
   * 1). They depend on the seed, the layer, the step, the row's place in the batch and {@code
   * stream}, but not on the worker, so that results are the same for any number of threads.
   *
   * @param stream tells several draws of one layer in one step apart: 0, 1, …
   * @param result receives the numbers
   * @throws IllegalStateException in a prediction, which must not depend on chance
   */
  void uniform(int stream, Matrix result);

  /**
   * Fills a matrix, which has the rows of this pass, with normal deviates of mean 0 and variance 1,
   * which depend on the same things as those of {@link #uniform}.
   *
   * @param stream tells several draws of one layer in one step apart: 0, 1, …
   * @param result receives the numbers
   * @throws IllegalStateException in a prediction, which must not depend on chance
   */
  void normal(int stream, Matrix result);
}
