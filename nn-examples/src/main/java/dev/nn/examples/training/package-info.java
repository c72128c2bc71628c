/**
 * The commands that train a network, and what they share: the options, the progress that is shown,
 * and the files that a run leaves. A command only says what it learns from and what it shows in the
 * end; {@link dev.nn.examples.training.TrainingOptions} makes the network, the trainer and the run.
 */
@NullMarked
package dev.nn.examples.training;

import org.jspecify.annotations.NullMarked;
