/**
 * The doors of the framework: a {@link dev.nn.core.Network} describes layers, a {@link
 * dev.nn.core.Trainer} trains them, and a {@link dev.nn.core.Model} predicts.
 *
 * <p>This package holds the few types that a user calls and that have to open each other's locks,
 * and nothing else. What does the work lies below in rooms that know no door: {@code
 * dev.nn.core.dataset} has the examples, {@code dev.nn.core.metric} judges predictions, {@code
 * dev.nn.core.plugin} finds plugins, {@code dev.nn.core.training} holds the rules that a training
 * follows and the records that it leaves, and {@code dev.nn.core.layer} and {@code
 * dev.nn.core.loss} are the built-in layers and losses. The packages under {@code
 * dev.nn.core.internal} are for this module only.
 */
@NullMarked
package dev.nn.core;

import org.jspecify.annotations.NullMarked;
