/** The commands {@code export} and {@code import}, which write and read ONNX files. */
@NullMarked
package dev.nn.examples.onnx;

import org.jspecify.annotations.NullMarked;
