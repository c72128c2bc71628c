/**
 * The rules that a training follows, such as {@link dev.nn.core.training.EarlyStopping} and {@link
 * dev.nn.core.training.Checkpoints}, and the records that it leaves: one {@link
 * dev.nn.core.training.EpochRecord} for each epoch, and a {@link
 * dev.nn.core.training.TrainingSummary} that travels in the model file.
 */
@NullMarked
package dev.nn.core.training;

import org.jspecify.annotations.NullMarked;
