package dev.nn.onnx.spi;

import dev.nn.api.Shape;

/**
 * A node that is being written: an operator with its attributes. It becomes part of the graph when
 * it is applied to its inputs.
 *
 * <pre>{@code
 * Value a = graph.operator("LeakyRelu").with("alpha", 0.2f).to(z);
 * }</pre>
 */
public interface Node {

  /** Adds an attribute that is a float. */
  Node with(String attribute, float value);

  /** Adds an attribute that is a whole number. */
  Node with(String attribute, long value);

  /** Adds an attribute that is a list of whole numbers. */
  Node with(String attribute, long[] values);

  /** Adds an attribute that is a list of texts. */
  Node with(String attribute, String[] values);

  /** Adds an attribute that is a list of floats. */
  Node with(String attribute, float[] values);

  /** Says that the node has so many outputs, of which the first is used. */
  Node withOutputs(int outputs);

  /** Writes the node, whose output has the shape of the first input. */
  Value to(Value... inputs);

  /** Writes the node, whose output has the given shape for one example. */
  Value to(Shape output, Value... inputs);
}
