package dev.nn.api;

import dev.nn.math.Matrix;
import java.util.List;

/**
 * How a layer learns parameters from the training data as they are, before the first step, such as
 * the mean and the variance of each feature.
 *
 * <p>The engine passes all training rows once, as they reach the layer, and then asks for the
 * parameters. Such parameters travel with the model, so that a prediction treats its input just as
 * training did.
 */
public interface Adaptation {

  /**
   * Looks at some more rows.
   *
   * @param input rows × input size of the layer; it must not be changed, and belongs to the engine
   *     again after the call
   */
  void accept(Matrix input);

  /**
   * Writes what was learnt.
   *
   * @param parameters the layer's parameters in their order; those that are not learnt here keep
   *     their values
   */
  void finish(List<Matrix> parameters);
}
