/**
 * Reads an ONNX graph as a stack of layers. A file is first measured and parsed ({@link
 * dev.nn.onnx.read.WireLimits}), its constants are worked out, and then the one value that goes
 * from the input to the output is followed: what stands at each step is known as a layer, or as an
 * activation by its operator or its composition, or the node is refused by name.
 */
@NullMarked
package dev.nn.onnx.read;

import org.jspecify.annotations.NullMarked;
