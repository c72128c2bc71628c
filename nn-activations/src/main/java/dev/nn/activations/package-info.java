/** The built-in activation functions. Each is one record, named as in the literature. */
@NullMarked
package dev.nn.activations;

import org.jspecify.annotations.NullMarked;
