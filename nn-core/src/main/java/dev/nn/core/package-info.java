/**
 * The engine: a {@code Network} is described, a {@code Trainer} trains it and a {@code Model}
 * predicts. Plugins are found by name; all state is owned here.
 */
@NullMarked
package dev.nn.core;

import org.jspecify.annotations.NullMarked;
