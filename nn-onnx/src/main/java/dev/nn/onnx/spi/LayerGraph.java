package dev.nn.onnx.spi;

import dev.nn.api.Activation;
import dev.nn.api.Shape;

/** A graph to which the nodes of one layer are being added. */
public interface LayerGraph extends OnnxGraph {

  /** Returns the shape that the layer gives for one example. */
  Shape outputShape();

  /** Returns a parameter of the layer as a constant of the graph, in its own shape. */
  Value parameter(String name);

  /** Returns the numbers of a parameter in row-major order. */
  float[] numbers(String name);

  /** Returns a constant that is named as if it were a parameter, such as one worked out of one. */
  Value parameter(String name, float[] values);

  /**
   * Adds the nodes of an activation.
   *
   * @throws dev.nn.api.PluginException if nobody says what its nodes are
   */
  Value activation(Activation activation, Value z);
}
