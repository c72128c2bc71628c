/**
 * The engine: a {@code Network} is described, a {@code Trainer} trains it and a {@code Model}
 * predicts. Plugins are found by name; all state is owned here.
 *
 * <p>Behind this package, and not exported, {@code registry} finds and makes plugins, {@code
 * engine} does the steps of training and prediction, {@code file} reads and writes safetensors, and
 * {@code metric} computes the built-in metrics. None of them knows this package.
 */
@NullMarked
package dev.nn.core;

import org.jspecify.annotations.NullMarked;
