/**
 * One run, from before its first step to its end.
 *
 * <p>{@code Preparation} locks the folder for checkpoints, looks at the examples once and makes the
 * weights. {@code TrainingLoop} goes through epochs and batches, validates, stops early and writes
 * checkpoints. A run reports through {@code RunEvents}, since it knows neither its session nor its
 * listeners.
 */
@NullMarked
package dev.nn.core.internal.run;

import org.jspecify.annotations.NullMarked;
