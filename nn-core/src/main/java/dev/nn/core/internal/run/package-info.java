/**
 * One run, from before its first step to its end. {@code Preparation} takes the folder for
 * checkpoints, looks at the examples once and makes the weights; {@code TrainingLoop} goes through
 * epochs and batches, validates, stops early and writes checkpoints. What happens is told through
 * {@code RunEvents}, since a run knows neither its session nor its listeners.
 */
@NullMarked
package dev.nn.core.internal.run;

import org.jspecify.annotations.NullMarked;
