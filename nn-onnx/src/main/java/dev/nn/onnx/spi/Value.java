package dev.nn.onnx.spi;

import dev.nn.api.Shape;

/**
 * A value of a graph: the input, what a node gives, or a constant.
 *
 * @param name its name, which is unique in the graph
 * @param shape the shape for one example, without the batch; of a constant, the shape as it is
 */
public record Value(String name, Shape shape) {}
