/**
 * Models in the ONNX format, which many other tools read and write.
 *
 * <pre>{@code
 * OnnxExport.of(model).write(Path.of("digits.onnx"));
 * Model back = OnnxImport.read(Path.of("digits.onnx"));
 * }</pre>
 *
 * <p>{@link dev.nn.onnx.OnnxExport} writes every built-in layer and activation as operators of
 * opset 17; plugins of others bring their own nodes by {@link dev.nn.onnx.spi}. {@link
 * dev.nn.onnx.OnnxImport} reads what is a stack of our layers, and refuses everything else by the
 * name of the node.
 */
@NullMarked
package dev.nn.onnx;

import org.jspecify.annotations.NullMarked;
