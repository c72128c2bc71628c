package dev.nn.core.internal.architecture;

import dev.nn.api.Parameter;
import dev.nn.math.Matrix;

/**
 * A parameter and where it lies in the network's one flat array.
 *
 * @param name the name in files and look-ups, such as {@code 0.dense.kernel}
 * @param parameter the layer's declaration
 * @param offset index of its first element
 */
public record ParameterSlot(String name, Parameter parameter, int offset) {

  /** Number of elements. */
  public int size() {
    return parameter.shape().size();
  }

  /** Its part of a flat array, as a matrix. */
  public Matrix in(float[] flat) {
    int columns = parameter.columns();
    return Matrix.view(flat, offset, parameter.rows(), columns, columns);
  }
}
