/**
 * The rules that a training follows and the records that it leaves.
 *
 * <p>The rules are {@link dev.nn.core.training.EarlyStopping} and {@link
 * dev.nn.core.training.Checkpoints}, which are given to the builder of a trainer. The records are
 * one {@link dev.nn.core.training.EpochRecord} for each epoch, and a {@link
 * dev.nn.core.training.TrainingSummary} that travels in the model file.
 */
@NullMarked
package dev.nn.core.training;

import org.jspecify.annotations.NullMarked;
