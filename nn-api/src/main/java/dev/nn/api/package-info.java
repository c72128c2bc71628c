/**
 * What the authors of plugins implement: activations, initializers, layers, losses, optimizers and
 * schedules.
 *
 * <p>A plugin is an immutable description that knows its name, its hyper-parameters and its
 * mathematics. All arrays belong to the engine, which passes them in; so a plugin can be shared by
 * any number of networks and threads, and a saved model needs to hold its text only. Start with
 * {@link dev.nn.api.ElementwiseActivation}, the smallest kind of plugin, or with {@link
 * dev.nn.api.Plugin}, which says what all kinds have in common.
 *
 * <p>{@link dev.nn.api.Spec} defines the text by which plugins are named in code, on the command
 * line and in files, and {@link dev.nn.api.Options} how a plugin declares what may stand in its
 * brackets.
 */
@NullMarked
package dev.nn.api;

import org.jspecify.annotations.NullMarked;
