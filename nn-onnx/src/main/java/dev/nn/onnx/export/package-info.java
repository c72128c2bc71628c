/**
 * Writes a model as an ONNX graph: the nodes of each built-in layer and activation, the columns of
 * a table before them, and what ties them together.
 */
@NullMarked
package dev.nn.onnx.export;

import org.jspecify.annotations.NullMarked;
