package dev.nn.api;

import dev.nn.math.Matrix;
import java.util.List;

/**
 * How a layer learns parameters from the training data as it is, before the first step: scaling, a
 * vocabulary. The engine passes all training rows once, as they reach the layer, and then asks for
 * the parameters.
 */
public interface Adaptation {

  /**
   * Looks at some more rows.
   *
   * @param input rows × input size of the layer; read only, and only during the call
   */
  void accept(Matrix input);

  /**
   * Writes what was learnt.
   *
   * @param parameters the layer's parameters in order; those that are not learnt here are left as
   *     they are
   */
  void finish(List<Matrix> parameters);
}
