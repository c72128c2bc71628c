/**
 * The built-in layers, one record each.
 *
 * <p>They are plugins like those of third parties and are found by name, so that {@code new
 * Dense(32)} and the spec {@code dense(units=32)} are the same layer. {@link
 * dev.nn.core.layer.Dense} is the layer that nearly every network is made of. The documentation of
 * a layer states its formula, the shapes of its input, output and parameters, its source, and what
 * Keras or PyTorch do differently.
 */
@NullMarked
package dev.nn.core.layer;

import org.jspecify.annotations.NullMarked;
