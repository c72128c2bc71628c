/**
 * What plugin authors implement: activations, initializers, layers, losses, optimizers and
 * schedules. A plugin is an immutable description that knows its name, its hyper-parameters and its
 * mathematics; the engine owns all state.
 */
@NullMarked
package dev.nn.api;

import org.jspecify.annotations.NullMarked;
