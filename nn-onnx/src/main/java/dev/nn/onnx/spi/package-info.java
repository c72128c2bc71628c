/**
 * What the author of a plugin implements so that models with it can be exported: {@link
 * dev.nn.onnx.spi.ActivationNodes} for activations and {@link dev.nn.onnx.spi.LayerNodes} for
 * layers. Both are found as services, in the same way as the plugins themselves.
 */
@NullMarked
package dev.nn.onnx.spi;

import org.jspecify.annotations.NullMarked;
