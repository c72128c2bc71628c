/** The operator tests of ONNX. The adapters translate operators, not single cases. */
@NullMarked
package dev.nn.tests.conformance.onnx;

import org.jspecify.annotations.NullMarked;
