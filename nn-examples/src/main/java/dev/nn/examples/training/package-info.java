/**
 * The commands that train a network, and what they share: the options, the display of the progress,
 * and the files that a run leaves behind. A command only says what it learns from and what it shows
 * at the end; {@link dev.nn.examples.training.TrainingOptions} makes the network, the trainer and
 * the run.
 */
@NullMarked
package dev.nn.examples.training;

import org.jspecify.annotations.NullMarked;
